import { type FreeSlot, Modality } from '@homeward/contracts/counsellor';
import type { Slot } from '@homeward/scheduling';
import { toInstant } from '../kernel/index.ts';

/** A free time, and nothing of the times that are not. */
export function presentFreeSlot(slot: Slot): FreeSlot {
  return {
    startsAt: toInstant(slot.startsAt),
    endsAt: toInstant(slot.endsAt),
    // In the order of the closed list, and nothing that is not on it.
    modalities: Modality.options.filter((modality) => slot.modalities.includes(modality)),
  };
}
