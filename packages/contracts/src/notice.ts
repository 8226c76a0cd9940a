import { z } from 'zod';

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
  'cover-done',
]);
export type StaffNoticeKind = z.infer<typeof StaffNoticeKind>;
