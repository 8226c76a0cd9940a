import { createHash } from 'node:crypto';
import type { Random } from '../kernel/index.ts';

/** The secret of a feed's address. */
export const makeFeedToken = (random: Random): string => random.bytes(32).toString('base64url');

/** What the database holds of it. 256 random bits need no slow hash. */
export const hashFeedToken = (token: string): Buffer => createHash('sha256').update(token).digest();
