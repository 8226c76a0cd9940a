import type { FreeSlot, Modality } from '@homeward/contracts/counsellor';

/** The free times that come closest after a time that is gone, in the way that was chosen; earlier ones when there are none after it. */
export function nextFree(
  slots: readonly FreeSlot[],
  gone: string | undefined,
  modality: Modality | undefined,
  count = 3,
): FreeSlot[] {
  const fitting = slots.filter(
    (slot) => slot.startsAt !== gone && (modality === undefined || slot.modalities.includes(modality)),
  );
  const after = fitting.filter((slot) => gone === undefined || slot.startsAt > gone);
  return (after.length > 0 ? after : fitting).slice(0, count);
}
