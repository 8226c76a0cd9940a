import { createHash } from 'node:crypto';
import { type Context, Failure } from '@homeward/core/kernel';
import { claimRequest, keepAnswer, releaseRequest } from '@homeward/core/organisation';
import type { MiddlewareHandler } from 'hono';
import type { V1Deps, V1Env } from './env.ts';
import { problem } from './problem.ts';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/**
 * With an `Idempotency-Key`: runs a request once and gives its answer to every repeat within 24 hours. The same key on
 * another request is refused, and so, for now, is a repeat that comes while the first is still running. An answer of 500
 * and above is not final and not kept.
 */
export const answerOnce =
  (deps: V1Deps): MiddlewareHandler<V1Env> =>
  async (c, next) => {
    const key = c.req.header('Idempotency-Key');
    if (key === undefined) return next();
    if (!VISIBLE_ASCII.test(key)) throw unfitKey();
    const context: Context = { ...deps, actor: c.var.actor };
    const requestHash = hashRequest(c.req.method, c.req.url, c.var.bodyText);
    const claim = await claimRequest(context, { key, requestHash });
    switch (claim.outcome) {
      case 'reused':
        throw new Failure('idempotency-key-reused', 'this idempotency key came with another request before');
      case 'in-progress':
        return problem(c, { code: 'request-in-progress', headers: { 'Retry-After': '1' } });
      case 'answered':
        return replay(claim.status, claim.body);
      case 'claimed':
        await next();
        return settle(context, { key, claimedAt: claim.claimedAt }, c.res);
    }
  };

/** The path as it was sent: that two spellings of it mean the same is nothing a repeat may rely on. */
function hashRequest(method: string, url: string, body: string): Buffer {
  const { pathname, search } = new URL(url);
  return createHash('sha256')
    .update(JSON.stringify([method, pathname, search, body]))
    .digest();
}

async function settle(
  context: Context,
  claim: { key: string; claimedAt: Date },
  answer: Response,
): Promise<void> {
  if (answer.status >= 500) return releaseRequest(context, claim);
  await keepAnswer(context, { ...claim, status: answer.status, body: await answer.clone().text() });
}

const replay = (status: number, body: string): Response =>
  new Response(body, {
    status,
    headers: {
      'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json',
      'Idempotent-Replayed': 'true',
    },
  });

const unfitKey = () =>
  new Failure('invalid-input', 'the idempotency key must have 1 to 255 visible ASCII characters', [
    {
      pointer: '/Idempotency-Key',
      code: 'invalid-header',
      message: 'must have 1 to 255 visible ASCII characters',
    },
  ]);
