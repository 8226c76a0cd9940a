import { z } from 'zod';
import { OutsideReason } from './availability.ts';
import { FreeSlot, Gender, Modality, Practice, Topic } from './counsellor.ts';
import { Id, Instant } from './id.ts';
import { LanguageTag } from './language.ts';
import { Line } from './text.ts';
import { TimeZone } from './zone.ts';

/** FHIR R5 words where FHIR has one (`booked`, `cancelled`, `fulfilled`, `noshow`); `held` and `requested` are ours. */
export const AppointmentStatus = z.enum(['held', 'requested', 'booked', 'cancelled', 'fulfilled', 'noshow']);
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;

export const WhoCalls = z.enum(['counsellor', 'person']);
export type WhoCalls = z.infer<typeof WhoCalls>;

const wish = {
  counsellorId: Id,
  startsAt: Instant,
  modality: Modality,
  language: LanguageTag.optional(),
  /** The zone in which the person saw the time. */
  zone: TimeZone,
  /** What the person wants to be called, if anything. Only the counsellor sees it. */
  callMe: Line(60).optional(),
  /** Speak through somebody who interprets this language. */
  interpreterLanguage: LanguageTag.optional(),
  bringsCompanion: z.boolean().optional(),
  /** By phone: who calls whom. */
  whoCalls: WhoCalls.optional(),
  /** By phone or chat: the number or name by which to reach the person, for this appointment only. */
  reach: Line(60).optional(),
};

/** A number or name is only for a way to meet that needs one, and a counsellor who is to call needs a number. */
function checkReach(
  {
    modality,
    whoCalls,
    reach,
  }: { modality: Modality; whoCalls?: WhoCalls | undefined; reach?: string | undefined },
  check: z.core.$RefinementCtx,
): void {
  const refuse = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
  if (whoCalls !== undefined && modality !== 'phone') refuse('whoCalls', 'is for appointments by phone');
  if (reach !== undefined && modality !== 'phone' && modality !== 'chat')
    refuse('reach', 'is for appointments by phone or chat');
  if (whoCalls === 'counsellor' && reach === undefined) refuse('reach', 'must be the number to call');
}

/** Books a time, or asks for it with a counsellor who confirms by hand. */
export const BookAppointment = z.strictObject(wish).superRefine(checkReach);
export type BookAppointment = z.infer<typeof BookAppointment>;

/** Keeps a time for ten minutes, for the rest to be said. */
export const HoldTime = z.strictObject({
  counsellorId: wish.counsellorId,
  startsAt: wish.startsAt,
  modality: wish.modality,
  language: wish.language,
  zone: wish.zone,
});
export type HoldTime = z.infer<typeof HoldTime>;

/** Who fits, for a person who does not mind with whom. */
export const AnyCounsellor = z.strictObject({
  practice: Practice.optional(),
  language: LanguageTag.optional(),
  gender: Gender.optional(),
  topic: Topic.optional(),
});
export type AnyCounsellor = z.infer<typeof AnyCounsellor>;

const { counsellorId: _one, language: _theirs, ...wishOfAny } = wish;
/** Books a time with anybody who fits and is free; the language is the one that was asked for. */
export const BookAny = z.strictObject({ who: AnyCounsellor, ...wishOfAny }).superRefine(checkReach);
export type BookAny = z.infer<typeof BookAny>;

/** Keeps a time with anybody who fits and is free. */
export const HoldAny = z.strictObject({
  who: AnyCounsellor,
  startsAt: wish.startsAt,
  modality: wish.modality,
  zone: wish.zone,
});
export type HoldAny = z.infer<typeof HoldAny>;

/** Times at which anybody who fits is free; the window is at most 14 days. */
export const ListAnyTimes = z.strictObject({
  who: AnyCounsellor,
  modality: Modality.optional(),
  from: Instant,
  to: Instant,
});
export type ListAnyTimes = z.infer<typeof ListAnyTimes>;
export const AnyTime = FreeSlot.pick({ startsAt: true, modalities: true });
export type AnyTime = z.infer<typeof AnyTime>;

/** Moves an appointment to another free time of the same counsellor. */
export const RescheduleAppointment = z.strictObject({ id: Id, startsAt: Instant, zone: TimeZone });
export type RescheduleAppointment = z.infer<typeof RescheduleAppointment>;

/** Why a counsellor can't take what was asked for: in words of a closed list, so that nothing is written down. */
export const DeclineReason = z.enum(['no-time', 'other-help', 'other']);
export type DeclineReason = z.infer<typeof DeclineReason>;
export const DeclineRequest = z.strictObject({ id: Id, reason: DeclineReason });

export const StopSeeing = z.strictObject({ counsellorId: Id });

export const AppointmentById = z.strictObject({ id: Id });

/** Why staff made room outside the hours. */
export const UrgentReason = z.enum(['danger', 'health', 'deadline', 'other']);
export type UrgentReason = z.infer<typeof UrgentReason>;

/** Where an appointment by video is, and from when on it can be entered: from ten minutes before. The way in is made when it is asked for. */
export const VideoRoom = z.object({ origin: z.string(), opensAt: Instant, isOpen: z.boolean() });
export type VideoRoom = z.infer<typeof VideoRoom>;

/** What the person sees of an appointment. */
export const MyAppointment = z.object({
  id: Id,
  status: AppointmentStatus,
  /** Set when it was not the person who gave it back. */
  cancelledBy: z.literal('organisation').nullable(),
  startsAt: Instant,
  endsAt: Instant,
  /** The zone in which it was booked. */
  zone: TimeZone,
  modality: Modality,
  language: LanguageTag.nullable(),
  counsellor: z.object({ id: Id, alias: z.string(), organisation: z.string() }),
  callMe: z.string().nullable(),
  interpreterLanguage: LanguageTag.nullable(),
  bringsCompanion: z.boolean(),
  whoCalls: WhoCalls.nullable(),
  /** The number or name that the person gave for it. */
  reach: z.string().nullable(),
  /** Set when it was asked for and the counsellor said no. */
  declined: DeclineReason.nullable(),
  /** How to meet: set only while the appointment is booked and not over. */
  meetingDetails: z.string().nullable(),
  /** Where they meet, when it is a place with rooms: the town, and the address as soon as it is told. */
  place: z.object({ area: z.string(), address: z.string().nullable() }).nullable(),
  /** Of those that were booked together. */
  seriesId: Id.nullable(),
  /** Of a place in a group session: which, and what it is about, by language. */
  group: z
    .object({ id: Id, titles: z.array(z.object({ language: z.string(), title: z.string() })) })
    .nullable(),
  canCancel: z.boolean(),
  /** Set while it is booked by video, where this installation has rooms. */
  videoRoom: VideoRoom.nullable(),
  canMove: z.boolean(),
});
export type MyAppointment = z.infer<typeof MyAppointment>;

/** The signed-in counsellor's appointments that start in `[from, to)`, at most 42 days. */
export const ListAgenda = z.strictObject({ from: Instant, to: Instant });
export type ListAgenda = z.infer<typeof ListAgenda>;

/** What the counsellor sees of an appointment: nothing that the person did not give. */
export const AgendaAppointment = z.object({
  id: Id,
  /** A short word for this appointment, such as `A-4821`; it says nothing of the person. */
  reference: z.string(),
  status: AppointmentStatus,
  startsAt: Instant,
  endsAt: Instant,
  modality: Modality,
  language: LanguageTag.nullable(),
  callMe: z.string().nullable(),
  /** One person, or a group that several can join. */
  kind: z.enum(['single', 'group']),
  /** Of a group: how many can join, and how many have. */
  seats: z.object({ most: z.int(), taken: z.int() }).nullable(),
  /** Room was made for it outside the hours. */
  urgentReason: UrgentReason.nullable(),
  /** Marked as held or not held within a day, so that it can be taken back. */
  mayUndo: z.boolean(),
  /** Set while it is booked by video, where this installation has rooms. */
  videoRoom: VideoRoom.nullable(),
  interpreterLanguage: LanguageTag.nullable(),
  bringsCompanion: z.boolean(),
  whoCalls: WhoCalls.nullable(),
  /** The number or name by which to reach the person, for this appointment. */
  reach: z.string().nullable(),
  /** Not yet opened by the counsellor since it was booked or cancelled. */
  isNew: z.boolean(),
});
export type AgendaAppointment = z.infer<typeof AgendaAppointment>;

/** One that is booked and could not be booked there now, and why. */
export const OutsideAppointment = AgendaAppointment.extend({ why: OutsideReason });
export type OutsideAppointment = z.infer<typeof OutsideAppointment>;

/** Whether an appointment took place; `booked` takes it back. */
export const MarkAttendance = z.strictObject({ id: Id, status: z.enum(['fulfilled', 'noshow', 'booked']) });
