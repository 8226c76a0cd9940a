import { z } from 'zod';

/** An IANA time zone that this runtime knows, such as `Asia/Jakarta`. Fixed offsets are refused: they are wrong for half of the year. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => /^[A-Za-z]/.test(zone) && isKnown(zone), 'not an IANA time zone, such as Asia/Jakarta');
export type TimeZone = z.infer<typeof TimeZone>;

/** The usual names; links such as Asia/Rangoon are not among them. Asking the runtime for each name costs a third of a millisecond. */
const USUAL = new Set(Intl.supportedValuesOf('timeZone'));

function isKnown(zone: string): boolean {
  if (USUAL.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
