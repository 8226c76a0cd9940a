import { z } from 'zod';
import { Modality } from './counsellor.ts';
import { Id, Instant, PlainDate } from './id.ts';
import { TimeZone } from './zone.ts';

/** Why a colleague can't take an appointment: their time is taken, or they do not meet that way. Not more is told. */
export const Clash = z.enum(['taken', 'way']);
export type Clash = z.infer<typeof Clash>;

/** An appointment that is to go to a colleague; it names nobody. */
export const GoingAppointment = z.object({
  id: Id,
  reference: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  modality: Modality,
  /** Null while no colleague is chosen, and when nothing stands in the way. */
  clash: Clash.nullable(),
});
export type GoingAppointment = z.infer<typeof GoingAppointment>;

const Colleague = z.object({ id: Id, alias: z.string() });

/** Whom the person of one of the counsellor's appointments could go to, and what would go along. */
export const PlanHandover = z.strictObject({ appointmentId: Id, colleagueId: Id.optional() });
export const HandoverPlan = z.object({
  colleagues: z.array(Colleague),
  /** Every appointment ahead with this counsellor that the person has for themselves. */
  appointments: z.array(GoingAppointment),
  /** What was proposed before and is not answered yet. */
  asked: z.object({ id: Id, alias: z.string(), at: Instant }).nullable(),
});
export type HandoverPlan = z.infer<typeof HandoverPlan>;

export const ProposeHandover = z.strictObject({ appointmentId: Id, colleagueId: Id });
export const HandoverById = z.strictObject({ id: Id });
export const AnswerHandover = z.strictObject({ id: Id, accept: z.boolean() });

/** What a person is asked, or was told: who would meet them instead of whom, and when. */
export const MyHandover = z.object({
  id: Id,
  /** `person`: all appointments ahead. `appointment`: one, while their own counsellor is away. */
  what: z.enum(['person', 'appointment']),
  status: z.enum(['asked', 'told']),
  from: Colleague,
  to: Colleague,
  appointments: z.array(
    z.object({ id: Id, startsAt: Instant, endsAt: Instant, modality: Modality, zone: z.string() }),
  ),
});
export type MyHandover = z.infer<typeof MyHandover>;

/** What a counsellor has on days of absence, in their own zone, the last day included; at most 92. An admin says whose. */
export const PlanCover = z.strictObject({
  counsellorId: Id.optional(),
  firstOn: PlainDate,
  lastOn: PlainDate,
  colleagueId: Id.optional(),
});
export type PlanCover = z.infer<typeof PlanCover>;
export const CoverPlan = z.object({
  /** Whose appointments can be covered by whoever asks: for a counsellor their own. */
  counsellors: z.array(Colleague),
  colleagues: z.array(Colleague),
  /** Where the counsellor's days are; null while nobody is named. */
  zone: TimeZone.nullable(),
  /** `asked`: the person was asked already and has not answered. */
  appointments: z.array(GoingAppointment.extend({ asked: z.boolean() })),
});
export type CoverPlan = z.infer<typeof CoverPlan>;

/** `ask`: stays until the person has answered. `tell`: goes at once, and the person can give it back. */
export const CoverManner = z.enum(['ask', 'tell']);
export type CoverManner = z.infer<typeof CoverManner>;

export const ArrangeCover = z.strictObject({
  counsellorId: Id.optional(),
  colleagueId: Id,
  appointments: z
    .array(z.strictObject({ id: Id, manner: CoverManner }))
    .min(1)
    .max(100),
});
export type ArrangeCover = z.infer<typeof ArrangeCover>;
