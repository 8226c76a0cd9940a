import type { AppointmentStatus } from '@homeward/contracts/booking';
import { FIRST_LIMITS, HOURS, type Hours, type Limits, START } from './scene.ts';

/** Half-open, in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** An appointment as the model knows it. People and counsellors are numbers of the scene. */
export interface Appointment extends Span {
  id: string;
  person: number;
  counsellor: number;
  status: AppointmentStatus;
  /** The time that is taken of the counsellor: the buffers that it was booked with around it. */
  blocked: Span;
  /** Of a hold. */
  holdUntil: number;
  /** How often it became another calendar entry, and since when it is as it is. */
  version: number;
  versionAt: number;
  /** The versions of which the person was reminded. */
  remindedOf: number[];
  /** The counsellor said no. */
  declined?: boolean;
}

/** Something that happened, which the worker has not told yet. */
export interface Happening {
  kind: 'booked' | 'requested' | 'confirmed' | 'declined' | 'moved' | 'cancelled';
  by: 'person' | 'staff';
  appointment: string;
  counsellor: number;
}

/** A question to a person whether a colleague may look after them. */
interface Handover {
  id: string;
  person: number;
  from: number;
  to: number;
  status: 'asked' | 'accepted' | 'refused' | 'withdrawn';
}

/** Something else that somebody is to hear, which the worker has not told yet. */
interface News {
  to: string;
  kind: string;
  about: string | null;
}

interface Desk {
  hours: readonly Hours[];
  limits: Limits;
  timeOff: (Span & { id: string })[];
}

/** All that should be true, in plain lists and one map. */
export interface Model {
  now: number;
  appointments: Map<string, Appointment>;
  desks: Desk[];
  handovers: Handover[];
  waiting: Happening[];
  news: News[];
  /** How many events each appointment brought about so far. */
  events: Map<string, number>;
  /** What stands on the pages of people and of staff: who, what, which. */
  told: string[];
  /** What left by mail and text message: to whom, what, which, when. */
  sent: string[];
}

export function newModel(): Model {
  const desk = () => ({ hours: HOURS.mornings, limits: FIRST_LIMITS, timeOff: [] });
  return {
    now: START,
    appointments: new Map(),
    desks: [desk(), desk()],
    handovers: [],
    waiting: [],
    news: [],
    events: new Map(),
    told: [],
    sent: [],
  };
}

export const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** Whether it takes anybody's time now. */
export const isActive = ({ status, holdUntil }: Appointment, now: number): boolean =>
  status === 'requested' || status === 'booked' || (status === 'held' && now < holdUntil);

export const activeOf = (model: Model): Appointment[] =>
  [...model.appointments.values()].filter((one) => isActive(one, model.now));

export const deskOf = ({ desks }: Model, counsellor: number): Desk => {
  const desk = desks[counsellor];
  if (!desk) throw new Error(`there is no counsellor ${counsellor}`);
  return desk;
};

/** It is another version from now on, and somebody is to hear of it. */
export function note(
  model: Model,
  one: Appointment,
  kind: Happening['kind'],
  by: Happening['by'] = 'person',
): void {
  model.waiting.push({ kind, by, appointment: one.id, counsellor: one.counsellor });
  model.events.set(one.id, (model.events.get(one.id) ?? 0) + 1);
  one.version++;
  one.versionAt = model.now;
}

export function forget(model: Model, ids: readonly string[]): void {
  for (const id of ids) model.appointments.delete(id);
}
