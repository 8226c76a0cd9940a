import type { Context, Tx } from '../kernel/index.ts';
import { deriveKey, keyedIndex, type Place, seal, unseal } from '../vault/index.ts';

type Given = Pick<Context, 'ports'>;

/** How the database finds a credential whose id it does not hold. */
export const indexCredential = ({ ports }: Given, credentialId: string): Buffer =>
  keyedIndex(ports.secrets.lookupKey, 'passkey', credentialId);

const placeOf = (passkeyId: string): Place => ({ table: 'passkey', column: 'public_key', row: passkeyId });

/**
 * A public key is nobody's secret, but a phone and a dump side by side must match nothing. It has to be read before
 * anybody is known, so that no person's key can open it: one of the application does.
 */
export const sealPublicKey = (tx: Pick<Tx, 'random' | 'ports'>, id: string, publicKey: Uint8Array): Buffer =>
  seal(tx.random, deriveKey(tx.ports.secrets, 'passkey'), placeOf(id), Buffer.from(publicKey));

export const unsealPublicKey = ({ ports }: Given, id: string, sealed: Buffer): Uint8Array<ArrayBuffer> =>
  new Uint8Array(unseal(deriveKey(ports.secrets, 'passkey'), placeOf(id), sealed));
