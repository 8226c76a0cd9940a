import { CreateOrganisation } from '@homeward/contracts/organisation';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

export interface OrganisationForm {
  fields: { name: string; country: string; website: string };
  /** Undefined exactly when there are faults. */
  value: CreateOrganisation | undefined;
  faults: Fault[];
}

/** Reads a posted form that takes an organisation in. */
export function readOrganisationForm(form: URLSearchParams, t: Translate): OrganisationForm {
  const typed = (name: string) => (form.get(name) ?? '').trim();
  const fields = {
    name: typed('name'),
    country: typed('country'),
    website: typed('website'),
  };
  const { name, country, website } = fields;
  const read = CreateOrganisation.safeParse({ name, country, ...(website !== '' && { website }) });
  if (read.success) return { fields, value: read.data, faults: [] };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  const told = [
    ['name', 'organisations.errorName'],
    ['country', 'join.errorChoose'],
    ['website', 'organisations.errorWebsite'],
  ] as const;
  const faults = told
    .filter(([field]) => wrong.has(field))
    .map(([field, message]) => ({ field, message: t(message) }));
  return { fields, value: undefined, faults };
}
