import { MoveForPerson } from '@homeward/contracts/agenda';
import { whyOutside } from '@homeward/scheduling';
import { sql } from 'kysely';
import { AFTER_APPOINTMENT_MS, extendAssignment, shortenAssignment } from '../assignment/index.ts';
import { findHours, wayAt } from '../counsellor/index.ts';
import { actingAs, asSystem, command, Failure, type Tx } from '../kernel/index.ts';
import { blockedRange, range } from './insert-appointment.ts';
import { lockTime } from './lock-time.ts';
import { asOneAnswer } from './one-answer.ts';
import { findFreeRoom, lockPlaces } from './places.ts';
import { appointmentNotFound } from './read-my-appointment.ts';
import { refuseBooking, refuseOverlap } from './refuse-booking.ts';
import { tellOf } from './tell-of.ts';

/**
 * The counsellor moves an appointment of theirs that has not begun, and the person is told: one UPDATE of the same row, as
 * long as it was, in a room of the same place. Never over another appointment; outside their hours only with a reason.
 * Throws `not-found`, `slot-taken`, `conflict` (it has begun, is over or is a group) or `invalid-input` (no reason, or a
 * time that has passed).
 */
export const moveForPerson = command({
  action: 'appointment.move',
  scope: 'agenda:own',
  input: MoveForPerson,
  run: async (tx, { id, startsAt, urgentReason }) => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    const seen = await readRow(tx, id, staffId);
    if (!seen) throw appointmentNotFound();
    if (seen.person_id === null || seen.kind !== 'single') throw notMovable();
    const at = Date.parse(startsAt);
    if (at < tx.clock.now()) throw wrong('/startsAt', 'in-the-past', 'must lie ahead');

    const asked = {
      counsellorId: staffId,
      personId: seen.person_id,
      startsAt: at,
      modality: seen.modality,
      movingId: id,
    };
    if (seen.place_id !== null) await lockHostFirst(tx, staffId, seen.place_id);
    const { host } = await lockTime(tx, asked);
    // Whoever changed it meanwhile is through now.
    const row = await readRow(tx, id, staffId, { lock: true });
    if (!row || row.person_id !== seen.person_id) throw appointmentNotFound();
    const [from, to] = [row.from.getTime(), row.to.getTime()];
    const isAhead = (row.status === 'booked' || row.status === 'requested') && tx.clock.now() < from;
    if (!isAhead) throw notMovable();
    if (from === at) return { id };

    const span = { from: at, to: at + (to - from) };
    const hours = (await findHours(tx, [host], span)).get(host.id);
    const way = row.place_id ? wayAt(row.place_id) : row.modality;
    const isOutside = hours === undefined || whyOutside(hours, span, way) !== undefined;
    if (isOutside && urgentReason === undefined)
      throw wrong('/urgentReason', 'outside-hours', 'must say why, outside the hours');
    const places = row.place_id ? [row.place_id] : [];
    const own = row.room_id === null ? undefined : { from, to, roomId: row.room_id };
    const room = await findFreeRoom(tx, places, span, { own });
    if (row.room_id !== null && !room) throw refuseBooking('slot-taken');
    const changing = tx.db
      .updateTable('appointment')
      .set({
        period: range(span),
        blocked_period: blockedRange(host, span),
        ...(row.room_id !== null && { room_id: room?.roomId ?? null }),
        urgent_reason: isOutside ? (urgentReason ?? null) : null,
      })
      .where('id', '=', id)
      .execute()
      .catch(refuseOverlap);
    await asOneAnswer(changing);
    await lookAfter(tx, host, { personId: seen.person_id, until: span.to });
    await tellOf(tx, 'appointment.moved', row);
    return { id };
  },
  subject: ({ id }) => id,
});

/** The counsellor before the place, as everywhere: `lockTime` locks only places with hours at that time. */
async function lockHostFirst(tx: Tx, counsellorId: string, placeId: string): Promise<void> {
  await tx.db.selectFrom('counsellor').where('id', '=', counsellorId).select('id').forNoKeyUpdate().execute();
  await lockPlaces(tx, [placeId]);
}

function readRow(tx: Tx, id: string, staffId: string, { lock = false } = {}) {
  const select = tx.db
    .selectFrom('appointment')
    .where('id', '=', id)
    .where('counsellor_id', '=', staffId)
    .where('status', '<>', 'held')
    .select(['id', 'kind', 'status', 'organisation_id', 'counsellor_id', 'person_id', 'modality'])
    .select(['place_id', 'room_id', sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')]);
  return (lock ? select.forUpdate() : select).executeTakeFirst();
}

/** As long as the appointments ask for, and no longer. */
async function lookAfter(
  tx: Tx,
  host: { id: string; organisation_id: string },
  { personId, until }: { personId: string; until: number },
): Promise<void> {
  const who = { organisationId: host.organisation_id, personId, staffId: host.id };
  await asSystem(tx, async (db) => {
    const care = { ...who, kind: 'appointment' as const, until: until + AFTER_APPOINTMENT_MS };
    await extendAssignment({ ...tx, db }, care);
    await shortenAssignment({ ...tx, db }, who);
  });
}

const notMovable = () => new Failure('conflict', 'this appointment cannot be moved');

const wrong = (pointer: string, code: string, message: string) =>
  new Failure('invalid-input', 'this cannot be done so', [{ pointer, code, message }]);
