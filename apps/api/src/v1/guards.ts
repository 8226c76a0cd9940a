import { Failure, type Operation, scopesOf } from '@homeward/core/kernel';
import { authenticateKey } from '@homeward/core/organisation';
import type { Context, MiddlewareHandler } from 'hono';
import { answerOnce } from './answer-once.ts';
import type { V1Deps, V1Env } from './env.ts';
import { readBody } from './read-body.ts';

type Guard = MiddlewareHandler<V1Env>;

/** Before a handler that reads: a key, with the scope of the use-case. */
export const reading = (deps: V1Deps, operation: Pick<Operation, 'spec'>): [Guard, Guard] => [
  withKey(deps),
  withScope(operation.spec.scope),
];

/** Before a handler that writes: a key with the scope, a body that is JSON and not too large, and no second effect of a repeat. */
export const writing = (deps: V1Deps, operation: Pick<Operation, 'spec'>): [Guard, Guard, Guard, Guard] => [
  ...reading(deps, operation),
  readBody,
  answerOnce(deps),
];

const withKey =
  (deps: V1Deps): Guard =>
  async (c, next) => {
    c.set('actor', await authenticateKey(deps, c.req.header('Authorization')));
    await countRequest(deps, c);
    await next();
  };

/** Each key has its own count, which its answers tell (IETF draft-ietf-httpapi-ratelimit-headers). */
async function countRequest({ throttle }: V1Deps, c: Context<V1Env>): Promise<void> {
  if (throttle === undefined) return;
  const { most, windowSeconds } = throttle.key.rule;
  const { count, resetMs, refused } = await throttle.key.take(c.var.actor.keyId);
  const retryAfterSeconds = Math.ceil(resetMs / 1000);
  c.set('rateLimit', {
    'RateLimit-Policy': `"key";q=${most};w=${windowSeconds}`,
    RateLimit: `"key";r=${Math.max(0, most - count)};t=${retryAfterSeconds}`,
  });
  if (refused)
    throw new Failure('too-many-requests', `a key may ask ${most} times in ${windowSeconds} seconds`, [], {
      retryAfterSeconds,
    });
}

/** Core asks again. Asked here too, since the answer to a repeat comes without core being asked. */
const withScope =
  (scope: Operation['spec']['scope']): Guard =>
  async (c, next) => {
    if (!scopesOf(c.var.actor).includes(scope))
      throw new Failure('forbidden', `this key lacks the scope ${scope}`);
    await next();
  };
