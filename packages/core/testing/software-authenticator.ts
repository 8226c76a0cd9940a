import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { NewPasskeyAnswer, PasskeyAnswer } from '@homeward/contracts/passkey';

/** What a test makes go wrong. */
interface Faults {
  origin?: string;
  /** Whether the phone's own lock was passed. */
  verified?: boolean;
  counter?: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/**
 * A phone with one passkey (ES256, no attestation), written from the specification: what it answers is built byte by byte
 * here, so that nothing is checked with the library that made it.
 */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32).toString('base64url');
  readonly #keys: { privateKey: KeyObject; publicKey: KeyObject };
  readonly #site: { origin: string; rpId: string };
  #counter = 0;

  constructor(site: { origin: string; rpId: string }) {
    this.#site = site;
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  create({ challenge }: { challenge: string }, faults: Faults = {}): NewPasskeyAnswer {
    const id = Buffer.from(this.credentialId, 'base64url');
    const credential = [Buffer.alloc(16), uint16(id.length), id, this.#cosePublicKey()];
    const authData = this.#authenticatorData(HAS_CREDENTIAL, faults, Buffer.concat(credential));
    // {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = [
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')],
      Buffer.concat([Buffer.from([0x59]), uint16(authData.length), authData]),
    ];
    return {
      ...this.#around(),
      response: {
        clientDataJSON: this.#clientData('webauthn.create', challenge, faults).toString('base64url'),
        attestationObject: Buffer.concat(attestation).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  get({ challenge }: { challenge: string }, faults: Faults = {}): PasskeyAnswer {
    this.#counter++;
    const authenticatorData = this.#authenticatorData(0, faults);
    const clientData = this.#clientData('webauthn.get', challenge, faults);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return {
      ...this.#around(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(this.#keys.privateKey).toString('base64url'),
        userHandle: null,
      },
    };
  }

  #around() {
    const { credentialId: id } = this;
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string, { origin = this.#site.origin }: Faults): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #authenticatorData(flags: number, { verified = true, counter }: Faults, rest = Buffer.alloc(0)): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags | USER_PRESENT | (verified ? USER_VERIFIED : 0), 0);
    head.writeUInt32BE(counter ?? this.#counter, 1);
    return Buffer.concat([createHash('sha256').update(this.#site.rpId).digest(), head, rest]);
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
  #cosePublicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinate = (value: string) => [Buffer.from([0x58, 0x20]), Buffer.from(value, 'base64url')];
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
    return Buffer.concat([head, ...coordinate(x), Buffer.from([0x22]), ...coordinate(y)]);
  }
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

/** A CBOR text of fewer than 24 bytes. */
const text = (value: string): Buffer => Buffer.from([0x60 | value.length, ...Buffer.from(value)]);
