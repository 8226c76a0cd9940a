import type { ErrorCode } from '@homeward/contracts/error-code';

interface ProblemKind {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  title: string;
  /** What to do, for the reference page of the code. */
  advice: string;
}

/** How each refusal looks at this door. */
export const PROBLEMS = {
  'invalid-input': {
    status: 400,
    title: 'The request does not have the expected shape',
    advice: 'Each entry of `issues` points at a member of what was sent. Correct those and send it again.',
  },
  'not-signed-in': {
    status: 401,
    title: 'A valid API key is needed',
    advice:
      'Send `Authorization: Bearer hw_live_…`. A key that was revoked or has expired answers like this too.',
  },
  'wrong-sign-in': {
    status: 401,
    title: 'The sign-in was not right',
    advice: 'This door takes API keys only.',
  },
  'wrong-code': {
    status: 401,
    title: 'The code was not right',
    advice: 'This door takes API keys only.',
  },
  'second-factor-required': {
    status: 403,
    title: 'A second factor is needed',
    advice: 'This door takes API keys only.',
  },
  'step-up-required': {
    status: 403,
    title: 'A fresh proof of who is here is needed',
    advice: 'This door takes API keys only.',
  },
  forbidden: {
    status: 403,
    title: 'This key may not do that',
    advice: 'Ask for a key with the scope that the operation names.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here for this key',
    advice: 'Check the path and the id. What belongs to another organisation answers like what never was.',
  },
  'slot-taken': { status: 409, title: 'The time is taken', advice: 'Choose another time.' },
  'already-booked-then': {
    status: 409,
    title: 'There is an appointment then',
    advice: 'Choose another time.',
  },
  'too-many-bookings': {
    status: 409,
    title: 'There are too many open appointments',
    advice: 'Cancel one first.',
  },
  'too-late-to-cancel': {
    status: 409,
    title: 'It is too late to cancel',
    advice: 'Get in touch with the counsellor.',
  },
  'not-yet-confirmed': {
    status: 409,
    title: 'A newcomer may not do that yet',
    advice: 'Wait until a counsellor has confirmed the person.',
  },
  'passphrase-too-short': {
    status: 400,
    title: 'The passphrase is too short',
    advice: 'Choose a longer one.',
  },
  'passphrase-too-common': {
    status: 400,
    title: 'The passphrase is too common',
    advice: 'Choose another one.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This idempotency key was used for another request',
    advice:
      'Use a new `Idempotency-Key` for each request; repeat one only with the same method, path and body.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is still being worked on',
    advice: 'Wait as long as `Retry-After` says, then send the same request with the same key again.',
  },
  conflict: {
    status: 409,
    title: 'Something changed meanwhile',
    advice: 'Read the current state, then try again.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    advice: 'A body may have 256 KiB. Send fewer or shorter texts.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body must be JSON',
    advice: 'Send UTF-8 JSON, not compressed, with `Content-Type: application/json`.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait as long as `Retry-After` says, then try again.',
  },
  unavailable: {
    status: 503,
    title: 'Not available at the moment',
    advice: 'Try again in a moment, with the same idempotency key.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    advice: 'Try again with the same idempotency key. If it stays, tell us the request id.',
  },
} as const satisfies Record<ErrorCode, ProblemKind>;
