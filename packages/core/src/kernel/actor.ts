import type { KeyScope } from '@homeward/contracts/organisation';
import { Failure } from './failure.ts';

/** Who acts, with exactly the ids that kind of actor has. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'person'; personId: string; sessionId: string; kept: boolean; zone: string | null }
  | { kind: 'counsellor'; staffId: string; organisationId: string; sessionId: string }
  | { kind: 'partner-staff'; staffId: string; organisationId: string; sessionId: string }
  | { kind: 'admin'; staffId: string; organisationId: string; sessionId: string }
  | { kind: 'partner-key'; keyId: string; organisationId: string; scopes: readonly KeyScope[] }
  | { kind: 'system' };

export type ActorOf<Kind extends Actor['kind']> = Extract<Actor, { kind: Kind }>;

export const VISITOR: ActorOf<'visitor'> = { kind: 'visitor' };
export const SYSTEM: ActorOf<'system'> = { kind: 'system' };

/** Narrows to one kind of actor. Scopes have refused the others before, so a mismatch here is `forbidden`. */
export function actingAs<Kind extends Actor['kind']>(actor: Actor, kind: Kind): ActorOf<Kind> {
  if (isKind(actor, kind)) return actor;
  throw new Failure('forbidden', `a ${actor.kind} can't do this`);
}

function isKind<Kind extends Actor['kind']>(actor: Actor, kind: Kind): actor is ActorOf<Kind> {
  return actor.kind === kind;
}

/** The pseudonym that the audit log holds. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'counsellor':
    case 'partner-staff':
    case 'admin':
      return actor.staffId;
    case 'partner-key':
      return actor.keyId;
    case 'visitor':
    case 'system':
      return null;
  }
}

export const organisationOf = (actor: Actor): string | null =>
  'organisationId' in actor ? actor.organisationId : null;
export const staffOf = (actor: Actor): string | null => ('staffId' in actor ? actor.staffId : null);
