import { z } from 'zod';
import { Id, Instant } from './id.ts';
import { Line } from './text.ts';

/** The secret in the address of a counsellor's feed: 32 random bytes in base64url. */
export const FeedToken = z.string().regex(/^[\w-]{43}$/);

export const ReadCalendarFeed = z.strictObject({ token: FeedToken });

/** What a counsellor is told of their feed later: that there is one. */
export const CalendarFeed = z.object({ madeAt: Instant });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** A feed just made; its address is told this once. */
export const NewCalendarFeed = z.object({ url: z.string() });
export type NewCalendarFeed = z.infer<typeof NewCalendarFeed>;

/** How long before an appointment a calendar may ring, in minutes. */
export const ALARM_MINUTES = [15, 60, 1440] as const;
export const AlarmMinutes = z.literal(ALARM_MINUTES);

/** A person's own calendar file of one appointment, under a word of their own. */
export const MakeCalendarFile = z.strictObject({
  appointmentId: Id,
  word: Line(60),
  alarmMinutes: AlarmMinutes.optional(),
});
export type MakeCalendarFile = z.infer<typeof MakeCalendarFile>;
