import { z } from 'zod';
import { AgendaAppointment, UrgentReason } from './booking.ts';
import { Modality } from './counsellor.ts';
import { Id, Instant, PlainDate } from './id.ts';

/** A counsellor moves an appointment of theirs. Where they have no hours they say why. */
export const MoveForPerson = z.strictObject({
  id: Id,
  startsAt: Instant,
  urgentReason: UrgentReason.optional(),
});

/** A counsellor makes another appointment with the person of one of theirs. Where nothing is offered they say why. */
export const BookForPerson = z.strictObject({
  /** The earlier one: it says who the person is, and how they are met. */
  appointmentId: Id,
  startsAt: Instant,
  modality: Modality.optional(),
  urgentReason: UrgentReason.optional(),
});

/** A time that is free to go on at: so many weeks after the last one, at the same time of day. */
export const FollowUp = z.object({ weeks: z.int(), startsAt: Instant });
export type FollowUp = z.infer<typeof FollowUp>;

/** Opening hours of the signed-in counsellor inside a window, as instants, by start. */
export const OpenHours = z.object({ from: Instant, to: Instant });
export type OpenHours = z.infer<typeof OpenHours>;

/** One week of a counsellor: how much is booked of what they take. */
export const WeekLoad = z.object({
  /** A Monday, in the counsellor's zone. */
  startsOn: PlainDate,
  booked: z.int(),
  /** As many as their hours, their length and their most per day allow. */
  most: z.int(),
});
export type WeekLoad = z.infer<typeof WeekLoad>;

export const Caseload = z.object({
  /** The next to come. */
  next: z.array(AgendaAppointment),
  /** Asked for and not yet answered, the oldest first. */
  requests: z.array(AgendaAppointment),
  /** The last appointment of each person whom the counsellor looks after and who has none to come. */
  without: z.array(AgendaAppointment),
  /** This week and the next three. */
  load: z.array(WeekLoad),
});
export type Caseload = z.infer<typeof Caseload>;
