import { freeTimes, spansOf } from './free-times.ts';
import { type Appointment, activeOf, type Model, overlap } from './model.ts';
import { PEOPLE } from './scene.ts';

const MOST_HOLDS = 2;

export interface Wanted {
  person: number;
  counsellor: number;
  start: number;
  as: 'held' | 'booked';
  /** The appointment that is to be moved to this time. */
  moving?: Appointment;
}

/** Why a person may not have a time, in every word that fits; none: they may, and let go of these holds. */
export function judge(model: Model, wanted: Wanted): { refusals: string[]; letGo: Appointment[] } {
  const { person, counsellor, start, as, moving } = wanted;
  const span = spansOf(model, counsellor, start);
  const most = PEOPLE[person]?.most ?? 0;
  const own = openOf(model, person).filter((one) => one !== moving);
  const booked = own.filter(({ status }) => status !== 'held');
  const held = own.filter(({ status }) => status === 'held').sort(byAge);

  // What they hold does not stand in their own way: they let go of it where it would.
  const inTheWay = held.filter(
    (hold) => overlap(hold, span) || (hold.counsellor === counsellor && overlap(hold.blocked, span.blocked)),
  );
  const others = held.filter((hold) => !inTheWay.includes(hold));
  const mayKeep = Math.min(MOST_HOLDS - (as === 'held' ? 1 : 0), Math.max(0, most - booked.length - 1));
  const tooMany = others.slice(0, Math.max(0, others.length - mayKeep));

  const refusals: string[] = [];
  const notTheirs = held.filter((hold) => hold.counsellor === counsellor);
  if (!freeTimes(model, counsellor, moving ? [...notTheirs, moving] : notTheirs).includes(start))
    refusals.push('slot-taken');
  if (booked.some((one) => overlap(one, span))) refusals.push('already-booked-then');
  if (!moving && booked.length >= most) refusals.push(most === 1 ? 'not-yet-confirmed' : 'too-many-bookings');
  return { refusals, letGo: [...inTheWay, ...tooMany] };
}

/** A person's appointments that are not over, and what they hold. */
export const openOf = (model: Model, person: number): Appointment[] =>
  activeOf(model).filter((one) => one.person === person && one.to > model.now);

const byAge = (one: Appointment, other: Appointment): number =>
  one.holdUntil - other.holdUntil || (one.id < other.id ? -1 : 1);
