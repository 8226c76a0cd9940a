import { ContactChannel, SetSafeContact } from '@homeward/contracts/contact';
import { Weekday } from '@homeward/contracts/counsellor';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

/** A posted form of a contact, as it was typed. */
export interface ContactForm {
  channel: string | undefined;
  address: string;
  days: string[];
  from: string;
  to: string;
  zone: string;
  language: string;
  codeWord: string;
  mayLeaveMessage: boolean;
}

/** Reads a posted form; `faults` are of what cannot be sent on. */
export function readContactForm(
  form: URLSearchParams,
  t: Translate,
): { typed: ContactForm; input: SetSafeContact | undefined; faults: Fault[] } {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const typed: ContactForm = {
    channel: ContactChannel.safeParse(form.get('channel')).data,
    address: text('address'),
    days: form.getAll('days'),
    from: text('from'),
    to: text('to'),
    zone: text('zone'),
    language: text('language'),
    codeWord: text('codeWord'),
    mayLeaveMessage: form.has('mayLeaveMessage'),
  };
  const { codeWord, mayLeaveMessage, ...rest } = typed;
  const parsed = SetSafeContact.safeParse({
    ...rest,
    ...(codeWord !== '' && { codeWord }),
    ...(typed.channel === 'call' && { mayLeaveMessage }),
  });
  // What is sent on is what was typed: the API reads it once more.
  if (parsed.success) return { typed, input: parsed.data, faults: [] };
  const members = parsed.error.issues.map(({ path }) => String(path[0] ?? 'channel'));
  const faults = FIELDS.filter((field) => members.includes(field)).map((field) => ({
    field,
    message: t(`contact.error.${field}`),
  }));
  return {
    typed,
    input: undefined,
    faults: faults.length > 0 ? faults : [{ field: 'channel', message: t('error.general') }],
  };
}

const FIELDS = ['channel', 'address', 'days', 'to', 'zone', 'codeWord'] as const;

/** The days of a week, Monday first, as the form names them. */
export const DAYS = Weekday.options;

/** Full hours: `00:00` to `23:00`, and `24:00` to end with. */
export const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
