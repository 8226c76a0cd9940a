import { z } from 'zod';
import { Id } from './id.ts';
import { Line, Paragraphs } from './text.ts';

const named = {
  /** What staff call it; people never see it. */
  name: Line(80),
  /** A town or district: what everybody may see. */
  area: Line(120),
  /** How to find it, for who has an appointment there. */
  address: z.union([Paragraphs(1000), z.literal('')]).default(''),
};

/** A place where an organisation meets people; without a room nobody can be met there. */
export const AddPlace = z.strictObject(named);
export type AddPlace = z.infer<typeof AddPlace>;

export const ChangePlace = z.strictObject({ id: Id, ...named });
export type ChangePlace = z.infer<typeof ChangePlace>;

/** Nobody can be met there any more; appointments that are booked there stay booked. */
export const ClosePlace = z.strictObject({ id: Id });

const room = {
  name: Line(80),
  /** How many people fit in, the counsellor included. */
  seats: z.number().int().min(2).max(500),
};

export const AddRoom = z.strictObject({ placeId: Id, ...room });
export type AddRoom = z.infer<typeof AddRoom>;

export const ChangeRoom = z.strictObject({ id: Id, ...room });
export type ChangeRoom = z.infer<typeof ChangeRoom>;

/** Nobody new is met there; appointments that are booked there stay booked. */
export const CloseRoom = z.strictObject({ id: Id });

/** A place of one's own organisation that is open. */
export const Place = z.object({
  id: Id,
  name: z.string(),
  area: z.string(),
  address: z.string(),
  rooms: z.array(z.object({ id: Id, name: z.string(), seats: z.number().int() })),
});
export type Place = z.infer<typeof Place>;
