import { AcceptStaffInvitation } from '@homeward/contracts/staff';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

const FIELDS = ['alias', 'country', 'zone', 'languages', 'modalities'] as const;

/** Reads what a counsellor who joins says of themselves; a fault for each field that does not fit. */
export function readProfile(
  form: URLSearchParams,
  t: Translate,
): { profile: AcceptStaffInvitation['counsellor']; faults: Fault[] } {
  const read = AcceptStaffInvitation.shape.counsellor.safeParse({
    alias: form.get('alias') ?? '',
    country: form.get('country') ?? '',
    zone: form.get('zone') ?? '',
    languages: form.getAll('languages'),
    modalities: form.getAll('modalities'),
  });
  if (read.success) return { profile: read.data, faults: [] };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const faults = FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    message: t(field === 'alias' ? 'join.errorAlias' : 'join.errorChoose'),
  }));
  return { profile: undefined, faults };
}
