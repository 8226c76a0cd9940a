import type { RefusalCode } from './refusal.ts';

/** The pages that say what went wrong. */
export type Problem =
  | 'not-found'
  | 'forbidden'
  | 'cross-site'
  | 'method'
  | 'too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'conflict'
  | 'unavailable'
  | 'internal';

export const PROBLEM_STATUS = {
  'not-found': 404,
  forbidden: 403,
  'cross-site': 403,
  method: 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  conflict: 409,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<Problem, number>;

/** The page for a refusal that no form could answer. A malformed id is as unknown as an id of nobody. */
export const PROBLEM_OF = {
  'invalid-input': 'not-found',
  'not-signed-in': 'forbidden',
  'wrong-sign-in': 'forbidden',
  'wrong-code': 'forbidden',
  'second-factor-required': 'forbidden',
  'step-up-required': 'forbidden',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'slot-taken': 'conflict',
  'already-booked-then': 'conflict',
  'too-many-bookings': 'conflict',
  'too-late-to-cancel': 'conflict',
  'not-yet-confirmed': 'conflict',
  'passphrase-too-short': 'conflict',
  'passphrase-too-common': 'conflict',
  'idempotency-key-reused': 'conflict',
  'request-in-progress': 'conflict',
  conflict: 'conflict',
  'too-large': 'too-large',
  'unsupported-media-type': 'unsupported-media-type',
  'too-many-requests': 'too-many-requests',
  unavailable: 'unavailable',
  internal: 'internal',
  'cross-site': 'cross-site',
  method: 'method',
} as const satisfies Record<RefusalCode, Problem>;
