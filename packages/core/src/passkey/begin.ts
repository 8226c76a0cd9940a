import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Tx } from '../kernel/index.ts';
import { CHALLENGE_LASTS_MS, giveChallenge } from './challenge.ts';

/** What a phone shows beside a passkey, to whoever looks over a shoulder. The same for everybody. */
const NEUTRAL_NAME = 'Account';
/** EdDSA, ES256, RS256: between them, every authenticator there is. */
export const ALGORITHMS = [-8, -7, -257];

/** What the browser needs to make a passkey for whoever acts. The phone's own lock must be passed each time. */
export async function beginAdding(tx: Tx): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: NEUTRAL_NAME,
    rpID: tx.ports.site.rpId,
    userName: NEUTRAL_NAME,
    userDisplayName: NEUTRAL_NAME,
    // Random each time and not kept: the phone learns no id of ours.
    userID: new Uint8Array(tx.random.bytes(32)),
    challenge: await giveChallenge(tx, 'add'),
    timeout: CHALLENGE_LASTS_MS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** What the browser needs to let a passkey sign. It names no passkey: the phone knows which it has. */
export async function beginUsing(
  tx: Tx,
  purpose: 'sign-in' | 'prove',
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: tx.ports.site.rpId,
    challenge: await giveChallenge(tx, purpose),
    timeout: CHALLENGE_LASTS_MS,
    userVerification: 'required',
  });
}
