import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import { type Actor, asSystem, type Context, Failure, type Tx, VISITOR } from '../kernel/index.ts';
import { deviceOf, type SessionOwner, type SignedIn, sessionAdapter } from './session-adapter.ts';
import { PROVED_FOR_MS, SESSION_LIMITS } from './session-limits.ts';
import { hashToken, readSessionToken, sessionCookie } from './token.ts';
import { useAccount } from './use-account.ts';

type Given = Parameters<typeof sessionAdapter>[0];

const TOKEN_BYTES = 25;

const lucia = (given: Given) =>
  new Lucia(sessionAdapter(given), {
    // Lucia asks for a limit; ours are by device, and kept by the adapter.
    sessionExpiresIn: new TimeSpan(SESSION_LIMITS.shared.idleMs, 'ms'),
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

/**
 * Opens a session and ends the one that the caller came with: a token never outlives a change of who is signed in. Answers
 * the Set-Cookie value. An account that nobody used for a year opens by recovery only: throws `wrong-sign-in`, as if
 * whoever signs in had not known the passphrase.
 */
export async function openSession(tx: Tx, owner: SessionOwner, id: string): Promise<string> {
  await endOwnSession(tx);
  return asSystem(tx, async (db) => {
    if (owner.kind === 'person') await useAccount({ ...tx, db }, id);
    const session = await lucia({ ...tx, db }).createSession(id, owner);
    return sessionCookie(session.id, deviceOf(owner));
  });
}

/**
 * The caller has just proved again who they are: the same session under a new token, which counts as proved from now.
 * Its absolute limit stays. Answers the Set-Cookie value. Throws `not-signed-in` when the session ended meanwhile.
 */
export async function renewSession(tx: Tx, { secondFactor }: { secondFactor: boolean }): Promise<string> {
  const { actor } = tx;
  if (!('sessionId' in actor)) throw new Failure('not-signed-in', 'there is no session to renew');
  const token = generateIdFromEntropySize(TOKEN_BYTES);
  const now = new Date(tx.clock.now());
  const renewed = await asSystem(tx, (db) =>
    db
      .updateTable('session')
      .set({ token_hash: hashToken(token), proved_at: now, ...(secondFactor && { second_factor_at: now }) })
      .where('id', '=', actor.sessionId)
      .returning('device')
      .executeTakeFirst(),
  );
  if (renewed === undefined) throw new Failure('not-signed-in', 'the session is over');
  return sessionCookie(token, renewed.device);
}

/** Ends the session that the caller came with, if any, by its public id. */
export async function endOwnSession(tx: Tx): Promise<void> {
  const { actor } = tx;
  if (!('sessionId' in actor)) return;
  await asSystem(tx, (db) => db.deleteFrom('session').where('id', '=', actor.sessionId).execute());
}

function toActor(signedIn: SignedIn): Actor {
  const { personId, staffId, role, organisationId } = signedIn;
  const inSession = {
    sessionId: signedIn.publicId,
    endsAt: signedIn.endsAt,
    ...(signedIn.provedAt !== null && { provedUntil: signedIn.provedAt + PROVED_FOR_MS }),
  };
  if (personId !== null) {
    const { kept, confirmed, zone } = signedIn;
    return { kind: 'person', personId, ...inSession, kept, confirmed, zone };
  }
  if (staffId === null || role === null || organisationId === null) return VISITOR;
  const staff = { staffId, organisationId, ...inSession };
  if (signedIn.secondFactor === 'given') return { kind: role, ...staff };
  return { kind: 'staff-pending', ...staff, enrolled: signedIn.secondFactor === 'enrolled' };
}
