import type { KeyScope } from '@homeward/contracts/organisation';
import { Failure } from './failure.ts';

/** A signed-in device. */
interface InSession {
  /** Our public id of the session. */
  sessionId: string;
  /** Until when (milliseconds since the epoch) the one who is here counts as having just proved who they are; absent: not at all. */
  provedUntil?: number;
  /** When the session is over without further use; milliseconds since the epoch. */
  endsAt?: number;
}

interface Staff extends InSession {
  staffId: string;
  organisationId: string;
}

/** Who acts, with exactly the ids that kind of actor has. */
export type Actor =
  | { kind: 'visitor' }
  | (InSession & {
      kind: 'person';
      personId: string;
      /** Whether they said that they have kept their number. */
      kept: boolean;
      /** Whether somebody who knows them has said so; if not, a newcomer. */
      confirmed: boolean;
      zone: string | null;
    })
  /** Staff who have given their passphrase and not their second factor; with none enrolled they may only enrol one. */
  | (Staff & { kind: 'staff-pending'; enrolled: boolean })
  | (Staff & { kind: 'counsellor' })
  | (Staff & { kind: 'partner-staff' })
  | (Staff & { kind: 'organisation-admin' })
  | (Staff & { kind: 'platform-admin' })
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

/** Narrows to somebody who works at an organisation and has given their second factor; `forbidden` for everybody else. */
export function actingAsStaff(
  actor: Actor,
): ActorOf<'counsellor' | 'partner-staff' | 'organisation-admin' | 'platform-admin'> {
  if ('staffId' in actor && actor.kind !== 'staff-pending') return actor;
  throw new Failure('forbidden', `a ${actor.kind} can't do this`);
}

/** Somebody who works here, whatever they do and whether or not they have given their second factor. */
export type StaffActor = Extract<Actor, { staffId: string }>;

/** Narrows to whoever works here, before their second factor too; scopes have refused the others before. */
export function actingAsAnyStaff(actor: Actor): StaffActor {
  if ('staffId' in actor) return actor;
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
    case 'staff-pending':
    case 'counsellor':
    case 'partner-staff':
    case 'organisation-admin':
    case 'platform-admin':
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
