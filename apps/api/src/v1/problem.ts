import type { ErrorCode, InputIssue } from '@homeward/contracts/error-code';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { V1Env } from './env.ts';
import { PROBLEMS } from './problem-table.ts';

/** What this door says today; the portal's own refusals don't come through it. */
const CODES = [
  'invalid-input',
  'not-signed-in',
  'forbidden',
  'not-found',
  'conflict',
  'idempotency-key-reused',
  'request-in-progress',
  'too-large',
  'unsupported-media-type',
  'too-many-requests',
  'unavailable',
  'internal',
] as const satisfies readonly ErrorCode[];

const Issue = z
  .object({
    pointer: z.string().openapi({
      description:
        'RFC 6901, into the body; into the parameters where the fault is in the path, the query or a header.',
      example: '/title/en',
    }),
    code: z.string().openapi({ description: 'A stable word.', example: 'invalid-type' }),
    message: z.string().openapi({ description: 'English, for developers.', example: 'must not be empty' }),
  })
  .openapi('Issue', { description: 'One fault of what was sent.' });

export const Problem = z
  .object({
    type: z.string().openapi({ description: 'Where the code is explained.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(CODES).openapi({ description: 'A stable word to decide by. New ones may be added.' }),
    requestId: z.string().openapi({ description: 'Also in `X-Request-Id`. Tell us this one.' }),
    issues: z.array(Issue).optional(),
  })
  .openapi('Problem', {
    description: 'RFC 9457 problem details.',
    example: {
      type: 'https://homeward.example/docs/errors/invalid-input',
      title: 'The request does not have the expected shape',
      status: 400,
      detail: 'the input does not have the expected shape',
      code: 'invalid-input',
      requestId: '019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77',
      issues: [{ pointer: '/title/en', code: 'custom', message: 'must not be empty' }],
    },
  });

interface Refusal {
  code: ErrorCode;
  /** English, for developers; the advice of the code when left out. */
  detail?: string;
  issues?: readonly InputIssue[];
  /** Instead of the status of the code. */
  status?: 405;
  headers?: Record<string, string>;
}

/** Answers with a problem document. Whatever `refusal` leaves out comes from the table. */
export function problem(c: Context<V1Env>, { code, detail, issues, status, headers }: Refusal): Response {
  const kind = PROBLEMS[code];
  const body: Omit<z.output<typeof Problem>, 'code'> & { code: ErrorCode } = {
    type: `${c.var.origin}/docs/errors/${code}`,
    title: status === 405 ? 'This path does not take this method' : kind.title,
    status: status ?? kind.status,
    detail: detail ?? kind.advice,
    code,
    requestId: c.var.requestId,
    ...(issues !== undefined && issues.length > 0 ? { issues: [...issues] } : {}),
  };
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  });
}
