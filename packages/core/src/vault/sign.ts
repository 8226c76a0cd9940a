import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** PKCS #8 of an Ed25519 key is this and the 32 bytes (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key for one use, from a secret of ours: the same secret and use give the same key on every server. */
function signingKey(secret: Buffer, use: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', `ed25519:${use}`, 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** An Ed25519 signature, base64url. */
export const signText = (secret: Buffer, use: string, text: string): string =>
  sign(null, Buffer.from(text), signingKey(secret, use)).toString('base64url');

export const isSignedBy = (secret: Buffer, use: string, text: string, signature: string): boolean =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey(signingKey(secret, use)),
    Buffer.from(signature, 'base64url'),
  );
