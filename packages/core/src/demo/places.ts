import type { Context } from '../kernel/index.ts';
import { addPlace, addRoom } from '../place/index.ts';
import type { DemoOrganisation } from './organisations.ts';

/** A house with two rooms, so that two can meet there at once and no third. */
export const DEMO_PLACES = [
  {
    organisation: 'open-door',
    name: 'Blue door',
    area: 'Mae Sot',
    address: 'The blue door beside the market, first floor. Ring twice.',
    rooms: [
      { name: 'Window', seats: 2 },
      { name: 'Garden', seats: 6 },
    ],
  },
] as const satisfies readonly { organisation: DemoOrganisation; [member: string]: unknown }[];

/** Adds a place with its rooms as one of the organisation, and answers its id. */
export async function addDemoPlace(
  context: Context,
  { name, area, address, rooms }: (typeof DEMO_PLACES)[number],
): Promise<string> {
  const { id: placeId } = await addPlace(context, { name, area, address });
  for (const room of rooms) await addRoom(context, { placeId, ...room });
  return placeId;
}
