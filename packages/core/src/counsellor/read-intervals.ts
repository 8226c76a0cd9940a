import { Modality, WeeklyRule } from '@homeward/contracts/counsellor';
import { z } from 'zod';

const Intervals = z.array(
  z.object({
    from: WeeklyRule.shape.from,
    to: WeeklyRule.shape.to,
    modalities: z.array(Modality).default([]),
  }),
);

/** The hours of an override as they stand in the database, for the engine. Throws when they were never written by us. */
export function readIntervals(stored: unknown): { from: string; to: string; modality: Modality[] }[] {
  return Intervals.parse(stored).map(({ from, to, modalities }) => ({ from, to, modality: modalities }));
}
