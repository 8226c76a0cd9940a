import { type Limits, SetLimits } from '@homeward/contracts/availability';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';
import { readNumber } from './read-number.ts';

/** In the order of the page, with the bounds that the API keeps. */
export const LIMIT_FIELDS = [
  { name: 'lengthMinutes', least: 10, most: 240 },
  { name: 'stepMinutes', least: 5, most: 240 },
  { name: 'bufferBeforeMinutes', least: 0, most: 120 },
  { name: 'bufferAfterMinutes', least: 0, most: 120 },
  { name: 'noticeMinutes', least: 0, most: 20160 },
  { name: 'horizonDays', least: 1, most: 365 },
  { name: 'maxPerDay', least: 1, most: 48 },
  { name: 'longestRunMinutes', least: 10, most: 720, optional: true },
  { name: 'breakMinutes', least: 5, most: 240, optional: true },
] as const satisfies readonly { name: keyof Limits; least: number; most: number; optional?: true }[];

/** Limits as the fields of the form, to begin with. */
export const limitsForm = (limits: Limits): URLSearchParams =>
  new URLSearchParams(LIMIT_FIELDS.map(({ name }) => [name, String(limits[name] ?? '')]));

/** Reads a posted form of limits; a fault for each that is no number within its bounds. */
export function readLimits(
  form: URLSearchParams,
  t: Translate,
): { limits: Limits | undefined; faults: Fault[] } {
  const faults: Fault[] = [];
  const values: Record<string, number | null> = {};
  for (const field of LIMIT_FIELDS) {
    const { name, least, most } = field;
    const isLeftOut = 'optional' in field && (form.get(name) ?? '').trim() === '';
    const value = isLeftOut ? null : readNumber(form.get(name));
    if (value === undefined || (value !== null && (value < least || value > most)))
      faults.push({ field: name, message: t('limits.error', { name: t(`limits.${name}`), least, most }) });
    else values[name] = value;
  }
  if (faults.length > 0) return { limits: undefined, faults };
  const parsed = SetLimits.safeParse(values);
  if (parsed.success) return { limits: parsed.data, faults };
  return { limits: undefined, faults: [{ field: 'longestRunMinutes', message: t('limits.errorRun') }] };
}
