import { createHash } from 'node:crypto';
import { totpCode } from '../second-factor/index.ts';

/** What the app of somebody in the demo would hold. Everybody can know it, as they can know the demo's passphrase. */
export const demoTotpSecret = (name: string): Buffer =>
  createHash('sha256').update(`homeward demo ${name}`).digest().subarray(0, 20);

/** The code that the app of somebody in the demo would show at this time (milliseconds since the epoch). */
export const demoCode = (name: string, now: number): string => totpCode(demoTotpSecret(name), now);
