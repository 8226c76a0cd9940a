import type { Actor } from './actor.ts';
import { Failure } from './failure.ts';

/** What each kind of actor may do at all; whose rows they may do it to is for the use-case and the policies to say. */
const SCOPES = {
  visitor: [
    'calendar-feeds:read',
    'me:read',
    'listings:browse',
    'counsellors:browse',
    'accounts:create',
    'receipts:find',
    'sessions:create',
    'sessions:end',
  ],
  person: [
    'me:read',
    'listings:browse',
    'counsellors:browse',
    'accounts:create',
    'receipts:find',
    'sessions:create',
    'sessions:end',
    'account:own',
    'sessions:own',
    'passkeys:own',
    'sessions:prove',
    'passkeys:prove',
    'appointments:book',
    'appointments:own',
  ],
  'staff-pending': [
    'me:read',
    'sessions:create',
    'sessions:end',
    'passkeys:prove',
    'second-factors:give',
    'second-factors:own',
  ],
  counsellor: [
    'me:read',
    'listings:browse',
    'counsellors:browse',
    'sessions:create',
    'sessions:end',
    'sessions:own',
    'sessions:prove',
    'passkeys:prove',
    'second-factors:own',
    'second-factors:manage',
    'staff:own',
    'availability:own',
    'agenda:own',
    'places:own',
    'covers:arrange',
    'break-glasses:open',
    'recoveries:confirm',
    'shared:read',
  ],
  'partner-staff': [
    'me:read',
    'listings:browse',
    'counsellors:browse',
    'sessions:create',
    'sessions:end',
    'sessions:own',
    'sessions:prove',
    'shared:read',
    'passkeys:prove',
    'second-factors:own',
    'second-factors:manage',
    'staff:own',
  ],
  'organisation-admin': [
    'me:read',
    'figures:own',
    'listings:browse',
    'counsellors:browse',
    'sessions:create',
    'sessions:end',
    'sessions:own',
    'invitations:own',
    'recoveries:confirm',
    'sessions:prove',
    'break-glasses:open',
    'break-glasses:review',
    'shared:read',
    'passkeys:prove',
    'second-factors:own',
    'second-factors:manage',
    'staff:own',
    'staff:administer',
    'covers:arrange',
    'keys:own',
    'keys:administer',
    'places:own',
  ],
  'platform-admin': [
    'me:read',
    'listings:browse',
    'counsellors:browse',
    'sessions:create',
    'sessions:end',
    'sessions:own',
    'recoveries:confirm',
    'sessions:prove',
    'break-glasses:review',
    'passkeys:prove',
    'second-factors:own',
    'second-factors:manage',
    'staff:own',
    'staff:administer',
    'keys:administer',
    'organisations:create',
    'organisations:administer',
  ],
  'partner-key': ['organisation:own'],
  system: [
    'organisations:create',
    'keys:create',
    'counsellors:create',
    'notices:create',
    'messages:send',
    'people:erase',
    'staff:administer',
    'keys:administer',
    'organisations:administer',
  ],
} as const satisfies Record<Actor['kind'], readonly string[]>;

/** `nouns:access`. The last two are given to a partner's key by hand. */
export type Scope = (typeof SCOPES)[Actor['kind']][number] | 'listings:read' | 'listings:write';

export function scopesOf(actor: Actor): readonly Scope[] {
  return actor.kind === 'partner-key' ? [...SCOPES['partner-key'], ...actor.scopes] : SCOPES[actor.kind];
}

/** Throws `not-signed-in` to a visitor, `second-factor-required` to staff who have not given theirs, `forbidden` to anybody else who lacks the scope. */
export function assertScope(actor: Actor, scope: Scope): void {
  if (scopesOf(actor).includes(scope)) return;
  if (actor.kind === 'visitor') throw new Failure('not-signed-in', `${scope} needs an account`);
  if (actor.kind === 'staff-pending')
    throw new Failure('second-factor-required', `${scope} needs the second factor`);
  throw new Failure('forbidden', `a ${actor.kind} lacks ${scope}`);
}

/** Throws `step-up-required` unless whoever acts has proved who they are a moment ago. */
export function assertProved(actor: Actor, now: number): void {
  if (actor.kind === 'system') return; // the operator at the machine
  if ('provedUntil' in actor && actor.provedUntil !== undefined && now < actor.provedUntil) return;
  throw new Failure('step-up-required', 'this needs a fresh proof of who is here');
}
