import type { Slot, Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { placeOf } from '../counsellor/index.ts';
import type { Tx } from '../kernel/index.ts';

/** The places where people are met in person at this time, by id; none where it is told under how to meet. */
export const placesAt = (slot: Slot | undefined): string[] =>
  (slot?.modalities ?? []).flatMap((way) => placeOf(way) ?? []).sort();

/** Whether people can be met in this way at this time. */
export const isOffered = (slot: Slot, modality: string): boolean =>
  slot.modalities.some((way) => way === modality || (modality === 'in-person' && placeOf(way) !== undefined));

/** Whoever takes a room of these places at the same time waits here. After the counsellor, and before the person. */
export async function lockPlaces(tx: Tx, placeIds: readonly string[]): Promise<void> {
  for (const id of placeIds)
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`homeward.place.${id}`}, 0))`.execute(tx.db);
}

export interface Room {
  placeId: string;
  roomId: string;
}

/**
 * The smallest room that is free in one of these places, which are locked; undefined when all are taken. `own` is the time
 * and room of an appointment that is about to be moved: it is not in its own way.
 */
export async function findFreeRoom(
  tx: Tx,
  placeIds: readonly string[],
  { from, to }: Span,
  { seats = 2, own }: { seats?: number; own?: (Span & { roomId: string }) | undefined } = {},
): Promise<Room | undefined> {
  if (placeIds.length === 0) return undefined;
  const now = new Date(tx.clock.now());
  const { rows } = await sql<{ place_id: string; room_id: string }>`
    SELECT room.place_id, room.id AS room_id FROM room
    JOIN place ON place.id = room.place_id AND place.organisation_id = room.organisation_id AND place.closed_at IS NULL
    WHERE room.place_id = ANY (${placeIds}::uuid[]) AND room.closed_at IS NULL AND room.seats >= ${seats}
      AND NOT EXISTS (SELECT FROM room_busy(${placeIds}::uuid[], ${new Date(from)}, ${new Date(to)}, ${now}) AS busy
        WHERE busy.room_id = room.id AND (busy.room_id, busy.starts_at, busy.ends_at) IS DISTINCT FROM
          (${own?.roomId ?? null}::uuid, ${own ? new Date(own.from) : null}::timestamptz, ${own ? new Date(own.to) : null}::timestamptz))
    ORDER BY array_position(${placeIds}::uuid[], room.place_id), room.seats, room.id LIMIT 1`.execute(tx.db);
  const [room] = rows;
  return room && { placeId: room.place_id, roomId: room.room_id };
}
