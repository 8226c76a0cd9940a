import { z } from 'zod';
import { Instant } from './id.ts';

/** Everything that is held about the person who asks: a table with its purpose, and their rows by column. */
export const HeldData = z.object({
  madeAt: Instant,
  tables: z.array(
    z.object({ name: z.string(), purpose: z.string(), rows: z.array(z.record(z.string(), z.json())) }),
  ),
});
export type HeldData = z.infer<typeof HeldData>;

/** When the person last took everything; null when they never did. */
export const LastTaken = z.object({ takenAt: Instant.nullable() });
export type LastTaken = z.infer<typeof LastTaken>;
