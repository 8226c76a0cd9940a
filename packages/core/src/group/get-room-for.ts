import { actingAs, Failure, type Tx } from '../kernel/index.ts';

/** A room of the counsellor's organisation that holds a group and its counsellor. Throws `invalid-input`. */
export async function getRoomFor(
  tx: Tx,
  roomId: string,
  seats: number,
): Promise<{ placeId: string; roomId: string }> {
  const { organisationId } = actingAs(tx.actor, 'counsellor');
  const room = await tx.db
    .selectFrom('room')
    .innerJoin('place', 'place.id', 'room.place_id')
    .where('room.id', '=', roomId)
    .where('room.organisation_id', '=', organisationId)
    .where('room.closed_at', 'is', null)
    .where('place.closed_at', 'is', null)
    .select(['room.seats', 'room.place_id'])
    .executeTakeFirst();
  if (!room) throw wrong('/roomId', 'unknown-room', 'must be a room of the organisation');
  if (room.seats < seats + 1)
    throw wrong('/seats', 'room-too-small', 'must fit in the room, with the counsellor');
  return { placeId: room.place_id, roomId };
}

const wrong = (pointer: string, code: string, message: string): Failure =>
  new Failure('invalid-input', 'the room does not fit', [{ pointer, code, message }]);
