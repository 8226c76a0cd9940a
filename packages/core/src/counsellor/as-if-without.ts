import type { Availability, Span } from '@homeward/scheduling';
import type { OpenPlace } from './find-places.ts';

/** A time that stands in nobody's way but others', and the room it has. */
export interface OwnEntry extends Span {
  roomId?: string | null;
}

/** The same as if these were not taken. Nobody's times overlap with the same counsellor, so an entry is known by its start and end. */
export function asIfWithout<Given extends Availability & { places?: ReadonlyMap<string, OpenPlace> }>(
  given: Given,
  own: readonly OwnEntry[],
): Given {
  if (own.length === 0) return given;
  const isOwn = ({ from, to }: Span) => own.some((one) => one.from === from && one.to === to);
  const busy = (given.busy ?? []).filter((entry) => !isOwn(entry));
  if (!given.places) return { ...given, busy };
  const places = new Map([...given.places].map(([id, place]) => [id, asIfRoomsWere(place, own)]));
  return { ...given, busy, places };
}

function asIfRoomsWere(place: OpenPlace, own: readonly OwnEntry[]): OpenPlace {
  const rooms = place.rooms.map(({ id, taken }) => ({
    id,
    taken: taken.filter(
      ({ from, to }) => !own.some((one) => one.roomId === id && one.from === from && one.to === to),
    ),
  }));
  return { ...place, rooms };
}
