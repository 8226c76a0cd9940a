import { CreateGroup } from '@homeward/contracts/group';
import { sql } from 'kysely';
import { insertAppointment, lockPlaces, tellOf } from '../booking/index.ts';
import { lockCounsellor } from '../counsellor/index.ts';
import { actingAs, command, Failure } from '../kernel/index.ts';
import { getRoomFor } from './get-room-for.ts';
import { readStart } from './read-start.ts';

/**
 * Takes a time of the signed-in counsellor for a group that nobody sees yet, inside or outside their hours, and answers its
 * id. Throws `slot-taken` (an appointment, or somebody in the room, is in the way) or `invalid-input` (a time that is over, a
 * room that is none or too small).
 */
export const createGroup = command({
  action: 'group.create',
  scope: 'agenda:own',
  input: CreateGroup,
  run: async (tx, wish) => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    const host = await lockCounsellor(tx, staffId);
    const from = readStart(tx, wish.startsAt);
    if (wish.roomId !== undefined && wish.modality !== 'in-person')
      throw new Failure('invalid-input', 'only who meets in person meets in a room', [
        { pointer: '/roomId', code: 'not-in-person', message: 'is for groups in person' },
      ]);
    const room = wish.roomId !== undefined ? await getRoomFor(tx, wish.roomId, wish.seats) : undefined;
    const placeIds = room ? [room.placeId] : [];
    await lockPlaces(tx, placeIds);
    await sql`SELECT release_holds(${[staffId]}::uuid[], NULL, ${placeIds}::uuid[])`.execute(tx.db);

    const id = await insertAppointment(tx, host, {
      kind: 'group',
      personId: null,
      status: 'booked',
      span: { from, to: from + wish.lengthMinutes * 60_000 },
      modality: wish.modality,
      zone: host.zone,
      room,
      seats: wish.seats,
      said: { language: wish.language },
    });
    await tx.db
      .insertInto('group_session')
      .values({
        appointment_id: id,
        organisation_id: organisationId,
        texts: JSON.stringify(wish.texts),
        practice: wish.practice,
        opens_to_newcomers: wish.opensToNewcomers,
      })
      .execute();
    await tellOf(tx, 'appointment.booked', {
      id,
      organisation_id: organisationId,
      counsellor_id: staffId,
    });
    return { id };
  },
  subject: ({ id }) => id,
});
