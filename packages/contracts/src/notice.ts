import { z } from 'zod';
import { Id, Instant } from './id.ts';
import { TimeZone } from './zone.ts';

/** What a person is told that others did. Each is a line on their own page, and at most "You have an update" elsewhere. */
export const PersonNoticeKind = z.enum([
  'appointment-booked',
  'appointment-confirmed',
  'appointment-declined',
  'appointment-moved',
  'appointment-cancelled',
  'offer-made',
  'handover-asked',
  'handover-done',
  'cover-asked',
  'cover-done',
]);
export type PersonNoticeKind = z.infer<typeof PersonNoticeKind>;

/** What a member of staff is told that others did. */
export const StaffNoticeKind = z.enum([
  'appointment-booked',
  'appointment-requested',
  'appointment-moved',
  'appointment-cancelled',
  'call-asked',
  'handover-asked',
  'handover-done',
  'handover-refused',
  'cover-done',
  'cover-refused',
]);
export type StaffNoticeKind = z.infer<typeof StaffNoticeKind>;

/** News for the person: a line on their own page until they open what it is about. */
export const MyNotice = z.object({
  id: Id,
  kind: PersonNoticeKind,
  at: Instant,
  organisation: z.string(),
  /** As it is now. Null where it is about something else. */
  appointment: z.object({ id: Id, startsAt: Instant, zone: TimeZone, counsellor: z.string() }).nullable(),
  /** Of what it is about, where that is no appointment. */
  subjectId: Id.nullable(),
});
export type MyNotice = z.infer<typeof MyNotice>;

/** The person has opened this: an appointment, an offer, a handover. */
export const MarkNoticesSeen = z.strictObject({ about: Id });
