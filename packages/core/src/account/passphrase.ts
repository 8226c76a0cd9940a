import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { dictionary } from '@zxcvbn-ts/language-common';
import { type Context, Failure } from '../kernel/index.ts';
import { limitParallel } from './limit-parallel.ts';

/** OWASP's minimum for argon2id; the memory is what makes guessing dear. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const SHORTEST = 8;

const hashArgon2 = promisify(argon2);
/** Each hash takes 19 MiB and a thread: more at once would only slow all of them. */
const oneOfFew = limitParallel({ atOnce: 4, waiting: 200 });
const common = new Set(dictionary['passwords-common']);
/** What somebody who attacks this site in particular tries first. Besides one of these a passphrase needs something of its own. */
const OUR_WORDS =
  /homeward|home|counsell?or|passphrase|password|accessnumber|survivor|returnee|trafficking|scam|compound|myanmar|myawaddy|kkpark|kokokyun/gu;
const LEAST_OF_ITS_OWN = 4;

/** Throws `passphrase-too-short` (fewer than 8 characters of any script) or `passphrase-too-common`. */
export function assertPassphrase(passphrase: string): void {
  // Code points, as NIST SP 800-63B counts: a Thai or Burmese syllable is several.
  const characters = [...normalise(passphrase)].length;
  if (characters < SHORTEST) throw new Failure('passphrase-too-short', `shorter than ${SHORTEST} characters`);
  const folded = normalise(passphrase).toLowerCase().replace(/\s+/gu, '');
  const repeated = /^(.{1,3})\1+$/u.test(folded);
  const letters = folded.replaceAll(/[\p{N}\p{P}\p{S}]/gu, '');
  const own = letters.replaceAll(OUR_WORDS, '');
  const isOurs = own !== letters && own.length < LEAST_OF_ITS_OWN;
  if (repeated || isOurs || common.has(folded) || '01234567890123456789'.includes(folded)) {
    throw new Failure('passphrase-too-common', 'among the passphrases that are guessed first');
  }
}

/** A PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassphrase(
  context: Pick<Context, 'random' | 'ports'>,
  passphrase: string,
): Promise<string> {
  const salt = context.random.bytes(SALT_BYTES);
  const hash = await derive(context.ports.secrets.pepper, salt, passphrase);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** Always does the work of one hash, also when there is no account: the time tells nothing. */
export async function verifyPassphrase(
  { ports }: Pick<Context, 'ports'>,
  passphrase: string,
  stored: string | undefined,
): Promise<boolean> {
  const [, , , , salt = '', hash = ''] = (stored ?? NOBODY).split('$');
  const derived = await derive(ports.secrets.pepper, Buffer.from(salt, 'base64'), passphrase);
  const expected = Buffer.from(hash, 'base64');
  return expected.length === derived.length && timingSafeEqual(expected, derived) && stored !== undefined;
}

const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(HASH_BYTES))}`;

const derive = (pepper: Buffer, nonce: Buffer, passphrase: string): Promise<Buffer> =>
  oneOfFew(() =>
    hashArgon2('argon2id', {
      ...COST,
      message: normalise(passphrase),
      nonce,
      secret: pepper,
      tagLength: HASH_BYTES,
    }),
  );

/**
 * The same passphrase from another keyboard: NFC, and any space is a space (RFC 8265). Spaces at either end count for
 * nothing: a phone's keyboard adds one after a word that it completes, and nobody sees it.
 */
const normalise = (passphrase: string): string =>
  passphrase
    .normalize('NFC')
    .replaceAll(/\p{Zs}/gu, ' ')
    .trim();

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
