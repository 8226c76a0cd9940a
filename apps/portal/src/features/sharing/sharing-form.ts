import { GrantConsent, SetMyFacts } from '@homeward/contracts/consent';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

/** How long a consent may last, as the form offers it. */
export const DAYS_OFFERED = [7, 30, 90, 180] as const;

/** Reads whom to let know what. */
export function readGrant(
  form: URLSearchParams,
  t: Translate,
): { input: GrantConsent | undefined; faults: Fault[] } {
  const [kind, id] = (form.get('recipient') ?? '').split(':');
  const recipient =
    kind === 'organisation' ? { kind, organisationId: id } : { kind: 'counsellor', staffId: id };
  const parsed = GrantConsent.safeParse({
    recipient,
    purpose: form.get('purpose'),
    fields: form.getAll('fields'),
    days: Number(form.get('days') ?? '30'),
  });
  if (parsed.success) return { input: parsed.data, faults: [] };
  const members = parsed.error.issues.map(({ path }) => path[0]);
  const faults = (['recipient', 'fields', 'purpose'] as const)
    .filter((field) => members.includes(field))
    .map((field) => ({ field, message: t(`sharing.error.${field}`) }));
  return {
    input: undefined,
    faults: faults.length > 0 ? faults : [{ field: 'recipient', message: t('error.general') }],
  };
}

/** Reads what somebody says of themselves; left empty, it is taken away. */
export function readFacts(
  form: URLSearchParams,
  t: Translate,
): { input: SetMyFacts | undefined; faults: Fault[] } {
  const alias = (form.get('alias') ?? '').trim();
  const parsed = SetMyFacts.safeParse({
    alias: alias === '' ? null : alias,
    languages: form.getAll('languages'),
  });
  if (parsed.success) return { input: parsed.data, faults: [] };
  return { input: undefined, faults: [{ field: 'alias', message: t('sharing.error.alias') }] };
}

/** The languages that the page offers: those of the people this is for. */
export const LANGUAGES_OFFERED = ['en', 'id', 'th', 'ms', 'vi', 'zh', 'my', 'fil', 'km', 'lo'] as const;
