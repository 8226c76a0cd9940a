/** Every way a request can be refused, in one closed list. Each door maps all of them (`satisfies Record<ErrorCode, …>`). */
export const ERROR_CODES = [
  'invalid-input',
  'not-signed-in',
  'wrong-sign-in',
  'wrong-code',
  'forbidden',
  'second-factor-required',
  'step-up-required',
  'not-found',
  'slot-taken',
  'already-booked-then',
  'too-many-bookings',
  'too-late-to-cancel',
  'not-yet-confirmed',
  'passphrase-too-short',
  'passphrase-too-common',
  'idempotency-key-reused',
  'request-in-progress',
  'conflict',
  'too-large',
  'unsupported-media-type',
  'too-many-requests',
  'unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One fault of an input: `pointer` is a JSON Pointer (RFC 6901) into what was sent, `code` a stable word, `message` English for developers. */
export interface InputIssue {
  pointer: string;
  code: string;
  message: string;
}
