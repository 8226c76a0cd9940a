import type { ErrorCode } from '@homeward/contracts/error-code';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';

/** How this door says each refusal. */
export const RPC_ERRORS = {
  'invalid-input': 'BAD_REQUEST',
  'not-signed-in': 'UNAUTHORIZED',
  'wrong-sign-in': 'UNAUTHORIZED',
  'wrong-code': 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'second-factor-required': 'FORBIDDEN',
  'step-up-required': 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  'slot-taken': 'CONFLICT',
  'already-booked-then': 'CONFLICT',
  'too-many-bookings': 'CONFLICT',
  'too-late-to-cancel': 'CONFLICT',
  'not-yet-confirmed': 'CONFLICT',
  'passphrase-too-short': 'BAD_REQUEST',
  'passphrase-too-common': 'BAD_REQUEST',
  'idempotency-key-reused': 'UNPROCESSABLE_CONTENT',
  'request-in-progress': 'CONFLICT',
  conflict: 'CONFLICT',
  'too-large': 'PAYLOAD_TOO_LARGE',
  'unsupported-media-type': 'UNSUPPORTED_MEDIA_TYPE',
  'too-many-requests': 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>;
