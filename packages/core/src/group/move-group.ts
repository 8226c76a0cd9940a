import { MoveGroup } from '@homeward/contracts/group';
import { sql } from 'kysely';
import { AFTER_APPOINTMENT_MS, extendAssignment, shortenAssignment } from '../assignment/index.ts';
import { blockedRange, lockPlaces, range, refuseOverlap, tellOf } from '../booking/index.ts';
import { asSystem, command, Failure } from '../kernel/index.ts';
import { callOff } from './call-off.ts';
import { findSeats } from './find-seats.ts';
import { lockOwnGroup } from './lock-own-group.ts';
import { makeWayForSeats } from './make-way-for-seats.ts';
import { readStart } from './read-start.ts';

/**
 * Moves the group to another time, and every seat with it in the same transaction; each person is told. Whoever has
 * something else then gets their seat called off and is told so: nobody can be in two places. Throws `slot-taken`,
 * `not-found`, `conflict` (it was called off), `invalid-input` (a time that is over) or `too-late-to-cancel`.
 */
export const moveGroup = command({
  action: 'group.move',
  scope: 'agenda:own',
  input: MoveGroup,
  run: async (tx, { id, startsAt }) => {
    const group = await lockOwnGroup(tx, id);
    if (group.status !== 'booked') throw new Failure('conflict', 'this group was called off');
    const from = readStart(tx, startsAt);
    if (from === group.from.getTime()) return { id };
    const span = { from, to: from + group.to.getTime() - group.from.getTime() };
    const placeIds = group.place_id === null ? [] : [group.place_id];
    await lockPlaces(tx, placeIds);
    const staffId = group.counsellor_id;
    await sql`SELECT release_holds(${[staffId]}::uuid[], NULL, ${placeIds}::uuid[])`.execute(tx.db);

    const busy = await makeWayForSeats(tx, id, span);
    const seats = await findSeats(tx, id);
    await callOff(
      tx,
      seats.filter((seat) => busy.has(seat.id)),
    );
    const moved = seats.filter((seat) => !busy.has(seat.id));
    const move = { period: range(span) };
    await tx.db
      .updateTable('appointment')
      .set({ ...move, blocked_period: blockedRange(group.host, span) })
      .where('id', '=', id)
      .execute()
      .catch(refuseOverlap);
    for (const seat of moved) {
      await tx.db
        .updateTable('appointment')
        .set({ ...move, blocked_period: range(span) })
        .where('id', '=', seat.id)
        .execute()
        .catch(refuseOverlap);
      const { person_id: personId, organisation_id: organisationId } = seat;
      if (personId === null) continue;
      await asSystem(tx, async (db) => {
        const care = { organisationId, personId, staffId, kind: 'appointment' as const };
        await extendAssignment({ ...tx, db }, { ...care, until: span.to + AFTER_APPOINTMENT_MS });
        await shortenAssignment({ ...tx, db }, { personId, staffId });
      });
    }
    for (const row of [group, ...moved]) await tellOf(tx, 'appointment.moved', row);
    return { id };
  },
  subject: ({ id }) => id,
});
