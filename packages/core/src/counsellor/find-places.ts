import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '../kernel/index.ts';

interface Room {
  id: string;
  taken: readonly Span[];
}

/** A place that is open, with its rooms that are, and when each of them is taken. */
export interface OpenPlace {
  id: string;
  area: string;
  rooms: readonly Room[];
}

type Taken = { room_id: string; from: number; to: number };

/** Those of these places that are open and have rooms, with when these are taken inside a window, by id. */
export async function findPlaces(
  tx: Tx,
  placeIds: readonly string[],
  window: Span,
): Promise<Map<string, OpenPlace>> {
  if (placeIds.length === 0) return new Map();
  const [from, to, now] = [window.from, window.to, tx.clock.now()].map((instant) => new Date(instant));
  const epoch = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;
  const found = await tx.db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('room')
          .innerJoin('place', (join) =>
            join
              .onRef('place.id', '=', 'room.place_id')
              .onRef('place.organisation_id', '=', 'room.organisation_id'),
          )
          .where('place.id', 'in', placeIds)
          .where('place.closed_at', 'is', null)
          .where('room.closed_at', 'is', null)
          .select(['room.id', 'place.id as placeId', 'place.area']),
      ).as('rooms'),
      sql<
        Taken[]
      >`(SELECT coalesce(json_agg(json_build_object('room_id', room_id, 'from', ${epoch('starts_at')},
        'to', ${epoch('ends_at')})), '[]') FROM room_busy(${placeIds}::uuid[], ${from}, ${to}, ${now}))`.as(
        'taken',
      ),
    ])
    .executeTakeFirstOrThrow();
  const places = new Map<string, OpenPlace & { rooms: Room[] }>();
  for (const { id, placeId, area } of found.rooms) {
    const place = places.get(placeId) ?? { id: placeId, area, rooms: [] };
    place.rooms.push({ id, taken: found.taken.filter((one) => one.room_id === id) });
    places.set(placeId, place);
  }
  return places;
}

/** Whether a room of a place is free then. */
export const hasFreeRoom = ({ rooms }: OpenPlace, { from, to }: Span): boolean =>
  rooms.some(({ taken }) => !taken.some((one) => one.from < to && from < one.to));
