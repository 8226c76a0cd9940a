import { Modality } from '@homeward/contracts/counsellor';
import { type Availability, type FreeSlotsQuery, freeSlots, type Slot } from '@homeward/scheduling';
import { hasFreeRoom, type OpenPlace } from './find-places.ts';

/** What decides a counsellor's free times, and the places where they meet people. */
export interface Offer extends Availability {
  places: ReadonlyMap<string, OpenPlace>;
}

/** A free time with the ways in which it can be met, and where in person, when that is a place. */
export interface OfferedSlot {
  startsAt: number;
  endsAt: number;
  modalities: Modality[];
  place: OpenPlace | null;
}

const IN_PERSON = 'in-person';

/** In person at a place, as the engine knows it: it compares ways and does not read them. */
export const wayAt = (placeId: string): string => `${IN_PERSON}@${placeId}`;

/** The place in a way that the engine gives back; undefined for every other way. */
export const placeOf = (way: string): string | undefined =>
  way.startsWith(`${IN_PERSON}@`) ? way.slice(IN_PERSON.length + 1) : undefined;

/**
 * The free times, as the engine finds them, with a free room where one is needed: at a place whose rooms are all taken a
 * time is offered in the other ways, or not at all.
 */
export function offeredSlots(offer: Offer, { limit = Infinity, ...query }: FreeSlotsQuery): OfferedSlot[] {
  if (limit === Infinity) return freeSlots(offer, query).flatMap((slot) => withRoom(offer, slot));
  // Most have no place, and get the first at once; of the others as many more are looked at as were not offered.
  for (let most = limit; ; most *= 4) {
    const slots = freeSlots(offer, { ...query, limit: most });
    const offered = slots.flatMap((slot) => withRoom(offer, slot));
    if (offered.length >= limit || slots.length < most) return offered.slice(0, limit);
  }
}

function withRoom({ places }: Offer, { startsAt, endsAt, modalities: ways }: Slot): OfferedSlot[] {
  const span = { from: startsAt, to: endsAt };
  const place = ways
    .flatMap((way) => places.get(placeOf(way) ?? '') ?? [])
    .find((one) => hasFreeRoom(one, span));
  // In the order of the closed list, and nothing that is not on it.
  const modalities = Modality.options.filter(
    (modality) => ways.includes(modality) || (modality === IN_PERSON && place !== undefined),
  );
  return modalities.length === 0 ? [] : [{ startsAt, endsAt, modalities, place: place ?? null }];
}
