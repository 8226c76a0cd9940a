import { CreateInvitations } from '@homeward/contracts/invitation';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

/** As it was typed. */
export interface InvitationFields {
  label: string;
  codes: string;
  usesEach: string;
  lastsDays: string;
}

export const FIRST_FIELDS: InvitationFields = { label: '', codes: '10', usesEach: '1', lastsDays: '30' };

const MOST = { codes: 100, usesEach: 20, lastsDays: 180 } as const;

export type InvitationForm =
  | { ok: true; fields: InvitationFields; value: CreateInvitations }
  | { ok: false; fields: InvitationFields; faults: Fault[] };

/** Reads the form that makes codes. */
export function readInvitations(form: URLSearchParams, t: Translate): InvitationForm {
  const text = (name: keyof InvitationFields) => (form.get(name) ?? '').trim();
  const fields = {
    label: text('label'),
    codes: text('codes'),
    usesEach: text('usesEach'),
    lastsDays: text('lastsDays'),
  };
  const number = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : undefined);
  const parsed = CreateInvitations.safeParse({
    label: fields.label,
    codes: number(fields.codes),
    usesEach: number(fields.usesEach) ?? 0,
    lastsDays: number(fields.lastsDays) ?? 0,
  });
  if (parsed.success) return { ok: true, fields, value: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const faults: Fault[] = [];
  if (wrong.has('label')) faults.push({ field: 'label', message: t('codes.errorLabel') });
  for (const field of ['codes', 'usesEach', 'lastsDays'] as const) {
    if (wrong.has(field))
      faults.push({ field, message: t('codes.errorNumber', { from: 1, to: MOST[field] }) });
  }
  return { ok: false, fields, faults };
}
