import type { PasskeyAnswer } from '@homeward/contracts/passkey';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { asSystem, type Context, inTransaction, type Tx } from '../kernel/index.ts';
import { takeChallenge } from './challenge.ts';
import { indexCredential, unsealPublicKey } from './credential.ts';

/** A passkey that has just signed, and whose it is. */
export interface UsedPasskey {
  id: string;
  personId: string | null;
  staffId: string | null;
  counter: number;
}

/**
 * Checks a passkey's signature against the challenge that was given for this purpose. For `prepare`: it takes the
 * challenge for good. Undefined when anything at all does not fit; at `prove` also when the passkey is somebody else's.
 */
export async function checkPasskey(
  context: Context,
  purpose: 'sign-in' | 'prove',
  answer: PasskeyAnswer,
): Promise<UsedPasskey | undefined> {
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  const expectedChallenge = await takeChallenge(context, purpose, clientDataJSON);
  if (expectedChallenge === undefined) return undefined;
  const found = await findPasskey(context, answer.id);
  if (found === undefined || (purpose === 'prove' && !isOwn(context, found))) return undefined;
  const { origin, rpId } = context.ports.site;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: answer.id,
        rawId: answer.rawId,
        type: answer.type,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id: answer.id, publicKey: found.publicKey, counter: found.counter },
    });
    const { id, personId, staffId } = found;
    return verified ? { id, personId, staffId, counter: authenticationInfo.newCounter } : undefined;
  } catch {
    return undefined; // the library throws for each way in which an answer can be wrong
  }
}

/** Keeps how often the passkey has signed, so that a copy of it shows. */
export async function recordUse(tx: Tx, { id, counter }: UsedPasskey): Promise<void> {
  await asSystem(tx, (db) =>
    db
      .updateTable('passkey')
      .set({ counter, used_at: new Date(tx.clock.now()) })
      .where('id', '=', id)
      .execute(),
  );
}

async function findPasskey(context: Context, credentialId: string) {
  const row = await inTransaction(context, 'read only', (tx) =>
    asSystem(tx, (db) =>
      db
        .selectFrom('passkey')
        .select(['id', 'person_id', 'staff_id', 'public_key', 'counter'])
        .where('credential_index', '=', indexCredential(context, credentialId))
        .executeTakeFirst(),
    ),
  );
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      staffId: row.staff_id,
      counter: Number(row.counter),
      publicKey: unsealPublicKey(context, row.id, row.public_key),
    }
  );
}

function isOwn(
  { actor }: Context,
  { personId, staffId }: Pick<UsedPasskey, 'personId' | 'staffId'>,
): boolean {
  if ('personId' in actor) return actor.personId === personId;
  return 'staffId' in actor && actor.staffId === staffId;
}
