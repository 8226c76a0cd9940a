import { sql } from 'kysely';
import { AFTER_APPOINTMENT_MS, extendAssignment, shortenAssignment } from '../assignment/index.ts';
import { asSystem, Failure, type Tx } from '../kernel/index.ts';
import { decideBooking, decideCancelling, holdsToLetGo } from './booking-rules.ts';
import { blockedRange, range } from './insert-appointment.ts';
import { type LockedTime, lockTime } from './lock-time.ts';
import { findFreeRoom, placesAt, type Room } from './places.ts';
import { appointmentNotFound } from './read-my-appointment.ts';
import { refuseBooking, refuseOverlap } from './refuse-booking.ts';
import { release } from './release.ts';
import { tellOf } from './tell-of.ts';

export interface Move {
  appointmentId: string;
  /** Epoch milliseconds. */
  startsAt: number;
  /** In which whoever moves it saw the time; stays as it was when absent. */
  zone?: string | undefined;
}

/**
 * Moves an appointment that has not begun to another time of the same counsellor: one UPDATE of the same row, so it is never
 * without a time and never has two. Its own time is not in its way. A person's move is asked for again with a counsellor who
 * confirms by hand. To its own time it changes nothing. RLS says whose may be moved. Throws `not-found`, `too-late-to-cancel`
 * (it has begun, or is over), `conflict` (a group, a seat, one that was cancelled) or what booking throws.
 */
export async function moveTime(tx: Tx, { appointmentId, startsAt, zone }: Move): Promise<void> {
  const seen = await readRow(tx, appointmentId);
  if (!seen) throw appointmentNotFound();
  const { person_id: personId, counsellor_id: counsellorId, modality } = seen;
  if (personId === null || seen.kind !== 'single') throw notMovable();
  const locked = await lockTime(tx, { counsellorId, personId, startsAt, modality, movingId: appointmentId });
  // Whoever changed it meanwhile is through now.
  const row = await readRow(tx, appointmentId, { lock: true });
  if (!row || row.counsellor_id !== counsellorId || row.person_id !== personId) throw appointmentNotFound();
  const decision = decideCancelling({ status: row.status, startsAt: row.from.getTime() }, tx.clock.now());
  if (decision === 'already-cancelled' || row.status === 'held') throw notMovable();
  if (decision !== 'may-cancel') throw new Failure(decision, 'this appointment has begun or is over');
  if (row.from.getTime() === locked.span.from) return;

  await makeWay(tx, locked, { id: row.id, personId, modality });
  const room = await roomFor(tx, locked, row);
  const isAskedAgain = tx.actor.kind === 'person' && locked.host.confirms_by_hand;
  await tx.db
    .updateTable('appointment')
    .set({
      period: range(locked.span),
      blocked_period: blockedRange(locked.host, locked.span),
      place_id: room?.placeId ?? null,
      room_id: room?.roomId ?? null,
      ...(isAskedAgain && { status: 'requested' as const }),
      ...(zone !== undefined && { person_zone: zone }),
    })
    .where('id', '=', row.id)
    .execute()
    .catch(refuseOverlap);
  await lookAfter(tx, locked, personId);
  await tellOf(tx, 'appointment.moved', row);
}

function readRow(tx: Tx, id: string, { lock = false } = {}) {
  const select = tx.db
    .selectFrom('appointment')
    .where('id', '=', id)
    .select(['id', 'kind', 'status', 'organisation_id', 'counsellor_id', 'person_id', 'modality', 'room_id'])
    .select([sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')]);
  return (lock ? select.forUpdate() : select).executeTakeFirst();
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

/** Holds the rules against the new time as if the appointment were not there, and lets go of what is held at that time. */
async function makeWay(
  tx: Tx,
  { host, span, blocked, slot, open, confirmed }: LockedTime,
  { id, personId, modality }: { id: string; personId: string; modality: string },
): Promise<void> {
  const others = open.filter((one) => one.id !== id);
  const letGo = holdsToLetGo(others, {
    ...span,
    blocked,
    counsellorId: host.id,
    status: 'booked',
    confirmed,
  });
  const decision = decideBooking({
    slot,
    modality,
    language: undefined,
    spoken: host.languages,
    open: others.filter((one) => !letGo.includes(one)),
    confirmed,
    most: Number.POSITIVE_INFINITY,
  });
  if (decision !== 'may-book') throw refuseBooking(decision);
  await release(tx, personId, letGo);
}

async function roomFor(tx: Tx, { slot, span }: LockedTime, row: Row): Promise<Room | undefined> {
  const placeIds = row.modality === 'in-person' ? placesAt(slot) : [];
  if (placeIds.length === 0) return undefined;
  const own =
    row.room_id === null
      ? undefined
      : { from: row.from.getTime(), to: row.to.getTime(), roomId: row.room_id };
  const room = await findFreeRoom(tx, placeIds, span, { own });
  if (!room) throw refuseBooking('slot-taken');
  return room;
}

/** As long as the appointments ask for: longer when it is later, no longer than needed when it is earlier. */
async function lookAfter(tx: Tx, { host, span }: LockedTime, personId: string): Promise<void> {
  await asSystem(tx, async (db) => {
    await extendAssignment(
      { ...tx, db },
      {
        organisationId: host.organisation_id,
        personId,
        staffId: host.id,
        kind: 'appointment',
        until: span.to + AFTER_APPOINTMENT_MS,
      },
    );
    await shortenAssignment({ ...tx, db }, { personId, staffId: host.id });
  });
}

function notMovable(): Failure {
  return new Failure('conflict', 'this appointment can not be moved');
}
