import { Lucia, TimeSpan } from 'lucia';
import { type Actor, asSystem, type Context, type Tx, VISITOR } from '../kernel/index.ts';
import { type SessionOwner, type SignedIn, sessionAdapter } from './session-adapter.ts';
import { SESSION_LIMITS } from './session-limits.ts';
import { readSessionToken, sessionCookie } from './token.ts';

type Given = Parameters<typeof sessionAdapter>[0];

const lucia = (given: Given) =>
  new Lucia(sessionAdapter(given), {
    sessionExpiresIn: new TimeSpan(SESSION_LIMITS.idleMs, 'ms'),
    getSessionAttributes: (attributes) => ({ signedIn: 'publicId' in attributes ? attributes : undefined }),
  });

/** Who sends this Cookie header. Anything that is not exactly one live session of ours is a visitor. */
export async function authenticate(
  context: Omit<Context, 'actor'>,
  cookieHeader: string | null | undefined,
): Promise<Actor> {
  const token = readSessionToken(cookieHeader);
  if (token === undefined) return VISITOR;
  const { session } = await lucia(context).validateSession(token);
  return session?.signedIn === undefined ? VISITOR : toActor(session.signedIn);
}

/** Opens a session and ends the one that the caller came with: a token never outlives a change of who is signed in. Answers the Set-Cookie value. */
export async function openSession(tx: Tx, owner: SessionOwner, id: string): Promise<string> {
  await endOwnSession(tx);
  return asSystem(tx, async (db) => {
    const session = await lucia({ ...tx, db }).createSession(id, owner);
    return sessionCookie(session.id);
  });
}

/** Ends the session that the caller came with, if any, by its public id. */
export async function endOwnSession(tx: Tx): Promise<void> {
  const { actor } = tx;
  if (!('sessionId' in actor)) return;
  await asSystem(tx, (db) => db.deleteFrom('session').where('id', '=', actor.sessionId).execute());
}

function toActor(signedIn: SignedIn): Actor {
  const { publicId: sessionId, personId, staffId, role, organisationId, kept, zone } = signedIn;
  if (personId !== null) return { kind: 'person', personId, sessionId, kept, zone };
  if (staffId !== null && role !== null && organisationId !== null)
    return { kind: role, staffId, organisationId, sessionId };
  return VISITOR;
}
