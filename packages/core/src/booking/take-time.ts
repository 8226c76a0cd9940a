import type { UrgentReason } from '@homeward/contracts/booking';
import type { Slot } from '@homeward/scheduling';
import { AFTER_APPOINTMENT_MS, extendAssignment } from '../assignment/index.ts';
import { asSystem, type Tx } from '../kernel/index.ts';
import { decideBooking, holdsToLetGo } from './booking-rules.ts';
import { insertAppointment, type Said, sayings } from './insert-appointment.ts';
import { type LockedTime, lockTime, type TimeAsked } from './lock-time.ts';
import type { OpenAppointment } from './open-appointments.ts';
import { findFreeRoom, placesAt, type Room } from './places.ts';
import { refuseBooking } from './refuse-booking.ts';
import { release } from './release.ts';
import { tellOf } from './tell-of.ts';

const HOLD_MS = 10 * 60_000;

/** A time that somebody wants, and what they say for it. */
export interface TimeWish extends Omit<TimeAsked, 'movingId'> {
  /** `held` keeps it for ten minutes; `booked` is a request first with a counsellor who confirms by hand. */
  as: 'held' | 'booked';
  /** In which the person saw the time. */
  zone: string;
  said?: Said | undefined;
  seriesId?: string | undefined;
  /** Staff make room where the engine has none: the laws still hold, hours, notice and limits do not. */
  urgentReason?: UrgentReason | undefined;
  /** How many open appointments the person may have besides this one; as the rules say when absent. */
  most?: number | undefined;
}

/** `isNew` is false when this person already had that very time. */
export interface TakenTime {
  id: string;
  isNew: boolean;
}

/**
 * The one way to take a time of a counsellor for a person, whoever asks: booking, holding, series, follow-ups, squeezing in.
 * Locks (`lockTime`), decides by the rules, writes the row, lets the counsellor look after the person, and emits the one
 * event. Times that the person held and that this one takes the place of are let go. Throws `slot-taken`,
 * `already-booked-then`, `too-many-bookings`, `not-yet-confirmed`, `not-found` or `invalid-input`; after each of them the
 * transaction is over, but for a caller that asks `lockTime` and `decideTime` first.
 */
export async function takeTime(tx: Tx, wish: TimeWish): Promise<TakenTime> {
  const locked = await lockTime(tx, wish);
  const same = sameTime(locked);
  if (same && same.status !== 'held') return { id: same.id, isNew: false };
  if (same?.modality === wish.modality) {
    if (wish.as === 'held') return { id: same.id, isNew: false };
    return { id: await bookHold(tx, locked, same, wish), isNew: true };
  }

  const { decision, letGo } = decideTime(locked, wish);
  if (decision !== 'may-book') throw refuseBooking(decision);
  await release(tx, wish.personId, letGo);
  const room = await roomFor(tx, locked, wish);
  const { host, span } = locked;
  const status = wish.as === 'held' ? 'held' : wishedStatus(tx, host);
  const id = await insertAppointment(tx, host, {
    ...wish,
    status,
    span,
    room,
    // Who changes their mind about the way gets no longer for it.
    holdExpiresAt: status === 'held' ? (same?.holdExpiresAt ?? tx.clock.now() + HOLD_MS) : undefined,
  });
  if (status !== 'held') await settle(tx, locked, wish.personId, id, status);
  return { id, isNew: true };
}

/** What this person has at this very time with this counsellor, if anything. */
const sameTime = ({ open, host, span }: LockedTime): OpenAppointment | undefined =>
  open.find((one) => one.counsellorId === host.id && one.from === span.from);

/** What the rules say of a time that is locked, and which holds taking it lets go of. Changes nothing. */
export function decideTime(locked: LockedTime, wish: TimeWish) {
  const { host, span, blocked, open, confirmed } = locked;
  const status = wish.as;
  const letGo = holdsToLetGo(open, { ...span, blocked, counsellorId: host.id, status, confirmed });
  const decision = decideBooking({
    slot: wish.urgentReason ? anyTime(locked, wish.modality) : locked.slot,
    modality: wish.modality,
    language: wish.said?.language,
    spoken: host.languages,
    open: open.filter((one) => !letGo.includes(one)),
    confirmed,
    most: wish.most,
  });
  return { decision, letGo };
}

const anyTime = ({ span }: LockedTime, modality: string): Slot => ({
  startsAt: span.from,
  endsAt: span.to,
  modalities: [modality],
});

/** A counsellor who confirms by hand answers a person first; what staff make themselves is booked. */
function wishedStatus(tx: Tx, host: LockedTime['host']): 'requested' | 'booked' {
  return tx.actor.kind === 'person' && host.confirms_by_hand ? 'requested' : 'booked';
}

async function roomFor(tx: Tx, { slot, span }: LockedTime, wish: TimeWish): Promise<Room | undefined> {
  const placeIds = wish.modality === 'in-person' ? placesAt(slot) : [];
  if (placeIds.length === 0) return undefined;
  const room = await findFreeRoom(tx, placeIds, span);
  if (!room) throw refuseBooking('slot-taken');
  return room;
}

/** The time that was held becomes an appointment, as long as it was held: the same row, so nobody can come between. */
async function bookHold(
  tx: Tx,
  { host }: LockedTime,
  hold: OpenAppointment,
  wish: TimeWish,
): Promise<string> {
  const { id } = hold;
  if (wish.said?.language !== undefined && !host.languages.includes(wish.said.language))
    throw refuseBooking('language-not-spoken');
  const status = wishedStatus(tx, host);
  await tx.db
    .updateTable('appointment')
    .set({
      status,
      hold_expires_at: null,
      ...(await sayings(tx, wish.personId, id, wish.said ?? {})),
    })
    .where('id', '=', id)
    .execute();
  await settle(tx, { host, span: hold }, wish.personId, id, status);
  return id;
}

/** The counsellor looks after the person from now on, and hears of it. */
async function settle(
  tx: Tx,
  { host, span }: Pick<LockedTime, 'host' | 'span'>,
  personId: string,
  id: string,
  status: 'requested' | 'booked',
): Promise<void> {
  const care = {
    organisationId: host.organisation_id,
    personId,
    staffId: host.id,
    kind: 'appointment' as const,
    until: span.to + AFTER_APPOINTMENT_MS,
  };
  if (tx.actor.kind === 'person') await extendAssignment(tx, care);
  else await asSystem(tx, (db) => extendAssignment({ ...tx, db }, care));
  const row = { id, organisation_id: host.organisation_id, counsellor_id: host.id };
  await tellOf(tx, `appointment.${status}`, row);
}
