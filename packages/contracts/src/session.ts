import { z } from 'zod';
import { Id, Instant } from './id.ts';

export const SessionById = z.strictObject({ id: Id });

/** A device on which the caller is signed in. No browser, address or place is kept to tell devices apart. */
export const MySession = z.object({
  id: Id,
  /** The one that asks. */
  isThis: z.boolean(),
  device: z.enum(['shared', 'own', 'staff']),
  since: Instant,
  lastUsedAt: Instant,
});
export type MySession = z.infer<typeof MySession>;
