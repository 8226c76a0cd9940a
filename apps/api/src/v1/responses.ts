import type { ErrorCode } from '@homeward/contracts/error-code';
import { z } from '@hono/zod-openapi';
import { Problem } from './problem.ts';
import { PROBLEMS } from './problem-table.ts';

const requestId = z
  .string()
  .openapi({ description: 'Ours, never one that was sent. Name it when you ask us.' });

/** What is left for the key that asks. */
const rateLimit = {
  'RateLimit-Policy': z.string().optional().openapi({
    description: 'How many requests (`q`) a key has in how many seconds (`w`): `"key";q=6000;w=60`.',
  }),
  RateLimit: z.string().optional().openapi({
    description: 'How many are left (`r`), and for how many seconds (`t`): `"key";r=5999;t=60`.',
  }),
};

/** What every answer carries. */
export const Headers = z.object({ 'X-Request-Id': requestId, ...rateLimit });

/** What the answer to a write carries too. */
export const WriteHeaders = z.object({
  'X-Request-Id': requestId,
  ...rateLimit,
  'Idempotent-Replayed': z.literal('true').optional().openapi({
    description:
      'There when this is the kept answer to a request that came before with the same `Idempotency-Key`.',
  }),
});

/** The problem documents of an operation, in the form that a route takes, by status. */
export function problems(...codes: ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes)
    byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
        headers: Headers,
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}

/** Codes of any operation with a key. */
export const WITH_KEY = [
  'not-signed-in',
  'forbidden',
  'too-many-requests',
  'internal',
  'unavailable',
] as const;
/** Codes of any operation that writes. */
export const WITH_BODY = [
  'invalid-input',
  'idempotency-key-reused',
  'request-in-progress',
  'too-large',
  'unsupported-media-type',
] as const;
