import { JoinGroup } from '@homeward/contracts/group';
import { AFTER_APPOINTMENT_MS, extendAssignment } from '../assignment/index.ts';
import {
  decideBooking,
  findOpenAppointments,
  insertAppointment,
  lockPerson,
  refuseBooking,
  tellOf,
} from '../booking/index.ts';
import { actingAs, command, pgCode } from '../kernel/index.ts';
import { findMySeats } from './find-my-seats.ts';
import { groupNotFound } from './lock-own-group.ts';
import { findTakenSeats, type GroupRow, selectGroups } from './select-groups.ts';

/**
 * Takes the lowest free seat of a group for the signed-in person, and answers its id: an appointment like any other, to be
 * given back like any other. Asked twice, it answers the same. Throws `slot-taken` (no place is free), `already-booked-then`,
 * `too-many-bookings`, `not-yet-confirmed`, or `not-found` also for a group that is not open to this person.
 */
export const joinGroup = command({
  action: 'group.join',
  scope: 'appointments:book',
  input: JoinGroup,
  run: async (tx, { id: groupId, zone, callMe }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const find = () =>
      selectGroups(tx)
        .where('appointment.id', '=', groupId)
        .where('appointment.status', '=', 'booked')
        .executeTakeFirst();
    const seen = await find();
    if (!seen) throw groupNotFound();
    // Whoever joins, moves or calls off at the same time waits here.
    await tx.db
      .selectFrom('counsellor')
      .where('id', '=', seen.counsellor_id)
      .select('id')
      .forNoKeyUpdate()
      .execute();
    const { confirmed } = await lockPerson(tx, personId, { counsellorIds: [seen.counsellor_id] });
    const group = await find();
    if (!group) throw groupNotFound();
    const mine = (await findMySeats(tx, [groupId])).get(groupId);
    if (mine !== undefined) return { id: mine };

    const span = { from: group.starts_at.getTime(), to: group.ends_at.getTime() };
    const number = lowestFree(group, (await findTakenSeats(tx, [groupId])).get(groupId) ?? []);
    const decision = decideBooking({
      slot:
        number === undefined
          ? undefined
          : { startsAt: span.from, endsAt: span.to, modalities: [group.modality] },
      modality: group.modality,
      language: undefined,
      spoken: [],
      open: (await findOpenAppointments(tx, personId)).filter(
        ({ status, from, to }) => status !== 'held' || (span.from < to && from < span.to),
      ),
      confirmed,
    });
    if (decision !== 'may-book' || number === undefined)
      throw refuseBooking(decision === 'may-book' ? 'slot-taken' : decision);
    const host = {
      id: group.counsellor_id,
      organisation_id: group.organisation_id,
      buffer_before_minutes: 0,
      buffer_after_minutes: 0,
    };
    const id = await insertAppointment(tx, host, {
      kind: 'seat',
      personId,
      status: 'booked',
      span,
      modality: group.modality,
      zone,
      room:
        group.place_id !== null && group.room_id !== null
          ? { placeId: group.place_id, roomId: group.room_id }
          : undefined,
      said: { callMe, language: group.language ?? undefined },
      seat: { groupId, number },
    }).catch((error: unknown) => {
      // The index on seats has the last word.
      throw pgCode(error) === '23505' ? refuseBooking('slot-taken') : error;
    });
    await extendAssignment(tx, {
      organisationId: group.organisation_id,
      personId,
      staffId: group.counsellor_id,
      kind: 'appointment',
      until: span.to + AFTER_APPOINTMENT_MS,
    });
    const { organisation_id, counsellor_id } = group;
    await tellOf(tx, 'appointment.booked', { id, organisation_id, counsellor_id });
    return { id };
  },
  subject: ({ id }) => id,
});

function lowestFree({ seats }: GroupRow, taken: readonly number[]): number | undefined {
  for (let number = 1; number <= (seats ?? 0); number++) if (!taken.includes(number)) return number;
  return undefined;
}
