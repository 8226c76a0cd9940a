import type { Actor } from './actor.ts';
import { Failure } from './failure.ts';

/** What each kind of actor may do at all; whose rows they may do it to is for the use-case and the policies to say. */
const SCOPES = {
  visitor: ['listings:browse', 'counsellors:browse', 'accounts:create', 'sessions:create', 'sessions:end'],
  person: [
    'listings:browse',
    'counsellors:browse',
    'accounts:create',
    'sessions:create',
    'sessions:end',
    'account:own',
    'appointments:book',
    'appointments:own',
  ],
  counsellor: [
    'listings:browse',
    'counsellors:browse',
    'sessions:create',
    'sessions:end',
    'availability:own',
    'agenda:own',
  ],
  'partner-staff': ['listings:browse', 'counsellors:browse', 'sessions:create', 'sessions:end'],
  admin: ['listings:browse', 'counsellors:browse', 'sessions:create', 'sessions:end'],
  'partner-key': ['organisation:own'],
  system: ['organisations:create', 'keys:create', 'counsellors:create', 'notices:create'],
} as const satisfies Record<Actor['kind'], readonly string[]>;

/** `nouns:access`. The last two are given to a partner's key by hand. */
export type Scope = (typeof SCOPES)[Actor['kind']][number] | 'listings:read' | 'listings:write';

export function scopesOf(actor: Actor): readonly Scope[] {
  return actor.kind === 'partner-key' ? [...SCOPES['partner-key'], ...actor.scopes] : SCOPES[actor.kind];
}

/** Throws `not-signed-in` to a visitor, `forbidden` to anybody else who lacks the scope. */
export function assertScope(actor: Actor, scope: Scope): void {
  if (scopesOf(actor).includes(scope)) return;
  if (actor.kind === 'visitor') throw new Failure('not-signed-in', `${scope} needs an account`);
  throw new Failure('forbidden', `a ${actor.kind} lacks ${scope}`);
}
