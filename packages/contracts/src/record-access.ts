import { z } from 'zod';
import { BreakGlassReason } from './break-glass.ts';
import { Id, Instant } from './id.ts';

/** What of a person staff may have looked at: a closed list of words. */
export const Looked = z.enum([
  'agenda',
  'appointment',
  'notes',
  'safe-contact',
  'confirmation',
  'recovery',
  'urgent',
  'shared',
]);
export type Looked = z.infer<typeof Looked>;

/** Fifty at most, the newest first; from the one before `before` on. */
export const ListWhoLooked = z.strictObject({ before: Id.optional() });
export type ListWhoLooked = z.infer<typeof ListWhoLooked>;

/** One time that somebody looked, as the person is told. */
export const WhoLooked = z.object({
  id: Id,
  /** A first name or an alias. */
  name: z.string(),
  role: z.enum(['counsellor', 'partner-staff', 'organisation-admin', 'platform-admin']),
  organisation: z.string(),
  what: Looked,
  at: Instant,
  /** Set for what was opened in an emergency. */
  emergency: z.object({ reason: BreakGlassReason, note: z.string().nullable(), until: Instant }).nullable(),
});
export type WhoLooked = z.infer<typeof WhoLooked>;

export const WhoLookedPage = z.object({
  looks: z.array(WhoLooked),
  /** What to ask for next; null at the end. */
  before: Id.nullable(),
});
export type WhoLookedPage = z.infer<typeof WhoLookedPage>;
