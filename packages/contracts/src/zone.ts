import { z } from 'zod';

/** An IANA time zone that this runtime knows, such as `Asia/Jakarta`. Fixed offsets are refused: they are wrong for half of the year. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => /^[A-Za-z]/.test(zone) && isKnown(zone), 'not an IANA time zone, such as Asia/Jakarta');
export type TimeZone = z.infer<typeof TimeZone>;

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
