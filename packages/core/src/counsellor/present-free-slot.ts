import type { FreeSlot } from '@homeward/contracts/counsellor';
import { toInstant } from '../kernel/index.ts';
import type { OfferedSlot } from './offered-slots.ts';

/** A free time, and nothing of the times that are not. */
export function presentFreeSlot({ startsAt, endsAt, modalities, place }: OfferedSlot): FreeSlot {
  return {
    startsAt: toInstant(startsAt),
    endsAt: toInstant(endsAt),
    modalities,
    area: place?.area ?? null,
  };
}
