import type { NewPasskeyAnswer } from '@homeward/contracts/passkey';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { type Context, Failure, newId, pgCode, type Tx } from '../kernel/index.ts';
import { ALGORITHMS } from './begin.ts';
import { takeChallenge } from './challenge.ts';
import { indexCredential, sealPublicKey } from './credential.ts';

export interface NewPasskey {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
}

const wrongAnswer = () => new Failure('wrong-code', 'this is no passkey for the challenge that was given');

/** Checks a new passkey against the challenge of whoever acts. For `prepare`: it takes the challenge for good. Throws `wrong-code`. */
export async function checkNewPasskey(context: Context, answer: NewPasskeyAnswer): Promise<NewPasskey> {
  const { clientDataJSON, attestationObject } = answer.response;
  const expectedChallenge = await takeChallenge(context, 'add', clientDataJSON);
  if (expectedChallenge === undefined) throw wrongAnswer();
  const { origin, rpId } = context.ports.site;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: {
      id: answer.id,
      rawId: answer.rawId,
      type: answer.type,
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((error: unknown) => {
    throw error instanceof Error ? wrongAnswer() : error;
  });
  if (!verified) throw wrongAnswer();
  const { id: credentialId, publicKey, counter } = registrationInfo.credential;
  return { credentialId, publicKey, counter };
}

/** Keeps a checked passkey for whoever acts. Answers its id. Throws `wrong-code` when it is somebody's already. */
export async function keepPasskey(tx: Tx, { credentialId, publicKey, counter }: NewPasskey): Promise<string> {
  const { actor } = tx;
  const id = newId(tx);
  await tx.db
    .insertInto('passkey')
    .values({
      id,
      credential_index: indexCredential(tx, credentialId),
      person_id: 'personId' in actor ? actor.personId : null,
      staff_id: 'staffId' in actor ? actor.staffId : null,
      organisation_id: 'staffId' in actor ? actor.organisationId : null,
      public_key: sealPublicKey(tx, id, publicKey),
      counter,
      created_at: new Date(tx.clock.now()),
    })
    .execute()
    .catch((error: unknown) => {
      throw pgCode(error) === '23505' ? wrongAnswer() : error;
    });
  return id;
}
