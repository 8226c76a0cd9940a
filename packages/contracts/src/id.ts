import { z } from 'zod';

/** A UUID of any version, in lower case; ours are UUIDv7. */
export const Id = z.uuid().toLowerCase();
export type Id = z.infer<typeof Id>;

/** Outside of these years dates are written in other forms, here or in the database; `0026` is a slip of the finger. */
const isUsualYear = (date: string): boolean => date >= '1900' && date < '9000';

/** An instant as ISO 8601 in UTC, such as `2026-11-24T09:00:00Z`; output always has seconds and `Z`. Of the years 1900 to 8999. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine(isUsualYear, 'an instant of the years 1900 to 8999');
export type Instant = z.infer<typeof Instant>;

/** A calendar date, `2026-11-24`, of the years 1900 to 8999. */
export const PlainDate = z.iso.date().refine(isUsualYear, 'a date of the years 1900 to 8999');
export type PlainDate = z.infer<typeof PlainDate>;

/** A wall-clock time, `09:00`. */
export const PlainTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30');
export type PlainTime = z.infer<typeof PlainTime>;
