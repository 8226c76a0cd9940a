import { Secret, TOTP } from 'otpauth';
import type { Random } from '../kernel/index.ts';

const STEP_SECONDS = 30;
const SECRET_BYTES = 20;
/** One step before and after: clocks of phones are a little wrong. */
const WINDOW = 1;
/** What an app shows beside the code. Says nothing of the work. */
const LABEL = 'Account';

export const makeTotpSecret = (random: Random): Buffer => random.bytes(SECRET_BYTES);

/** Which 30 seconds' code it is, counted from the epoch; undefined when it is none of now. `now` in milliseconds. */
export function findStep(secret: Buffer, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totp(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / 1000 / STEP_SECONDS) + delta;
}

/** For an app: an address to scan, and the same secret in groups to type. */
export function presentTotp(secret: Buffer): { uri: string; secret: string } {
  const otp = totp(secret);
  return { uri: otp.toString(), secret: otp.secret.base32.match(/.{1,4}/g)?.join(' ') ?? '' };
}

/** The code that an app shows now. */
export const totpCode = (secret: Buffer, now: number): string => totp(secret).generate({ timestamp: now });

const totp = (secret: Buffer): TOTP =>
  new TOTP({
    label: LABEL,
    issuerInLabel: false,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
