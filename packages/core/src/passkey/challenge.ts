import { createHash } from 'node:crypto';
import { asSystem, type Context, inTransaction, type Tx } from '../kernel/index.ts';

/** What a signature is for: one given for one thing opens no other. */
export type PasskeyPurpose = 'add' | 'sign-in' | 'prove';

const CHALLENGE_BYTES = 32;
/** Long enough to look for a phone. */
export const CHALLENGE_LASTS_MS = 5 * 60_000;

/** A challenge for whoever acts; at `sign-in` for nobody yet. */
export async function giveChallenge(tx: Tx, purpose: PasskeyPurpose): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(tx.random.bytes(CHALLENGE_BYTES));
  await asSystem(tx, (db) =>
    db
      .insertInto('passkey_challenge')
      .values({
        challenge_hash: hashChallenge(Buffer.from(challenge).toString('base64url')),
        purpose,
        ...ownerOf(tx, purpose),
        expires_at: new Date(tx.clock.now() + CHALLENGE_LASTS_MS),
      })
      .execute(),
  );
  return challenge;
}

/**
 * Takes the challenge that an answer claims to have signed: once, also when the answer turns out wrong. Undefined when it
 * is unknown, was taken, is over, was for something else or for somebody else.
 */
export async function takeChallenge(
  context: Context,
  purpose: PasskeyPurpose,
  clientDataJson: string,
): Promise<string | undefined> {
  const challenge = readChallenge(clientDataJson);
  if (challenge === undefined) return undefined;
  const owner = ownerOf(context, purpose);
  const taken = await inTransaction(context, 'read write', (tx) =>
    asSystem(tx, (db) =>
      db
        .deleteFrom('passkey_challenge')
        .where('challenge_hash', '=', hashChallenge(challenge))
        .where('purpose', '=', purpose)
        .where('expires_at', '>', new Date(context.clock.now()))
        .where('person_id', 'is not distinct from', owner.person_id)
        .where('staff_id', 'is not distinct from', owner.staff_id)
        .returning('purpose')
        .executeTakeFirst(),
    ),
  );
  return taken && challenge;
}

function ownerOf({ actor }: Pick<Context, 'actor'>, purpose: PasskeyPurpose) {
  const isKnown = purpose !== 'sign-in';
  return {
    person_id: isKnown && 'personId' in actor ? actor.personId : null,
    staff_id: isKnown && 'staffId' in actor ? actor.staffId : null,
  };
}

const hashChallenge = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

function readChallenge(clientDataJson: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString());
    const isObject = typeof data === 'object' && data !== null && 'challenge' in data;
    return isObject && typeof data.challenge === 'string' ? data.challenge : undefined;
  } catch {
    return undefined;
  }
}
