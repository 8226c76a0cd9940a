import { z } from 'zod';
import { Id, Instant } from './id.ts';

/** A counsellor who looks after the signed-in person now. */
export const MyAssignment = z.object({
  counsellorId: Id,
  alias: z.string(),
  organisation: z.string(),
  until: Instant,
});
export type MyAssignment = z.infer<typeof MyAssignment>;
