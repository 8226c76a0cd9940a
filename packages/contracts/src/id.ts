import { z } from 'zod';

/** A UUID of any version, in lower case; ours are UUIDv7. */
export const Id = z.uuid().toLowerCase();
export type Id = z.infer<typeof Id>;

/** An instant as ISO 8601 in UTC, such as `2026-11-24T09:00:00Z`; output always has seconds and `Z`. */
export const Instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof Instant>;

/** A calendar date, `2026-11-24`. */
export const PlainDate = z.iso.date();
export type PlainDate = z.infer<typeof PlainDate>;

/** A wall-clock time, `09:00`. */
export const PlainTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30');
export type PlainTime = z.infer<typeof PlainTime>;
