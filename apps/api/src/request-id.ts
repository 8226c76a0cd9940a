import { newId } from '@homeward/core/kernel';
import type { MiddlewareHandler } from 'hono';
import type { ApiDeps } from './deps.ts';

export interface RequestIdEnv {
  /** Given with the request by whoever listens. */
  Bindings: {
    /** The address that asks. For the throttle alone: never kept, logged or told. */
    caller?: string | undefined;
  };
  Variables: { requestId: string };
}

/** Each request has an id of ours (never one that was sent), in its answer and in the log. */
export const requestId =
  (deps: Pick<ApiDeps, 'clock' | 'random'>): MiddlewareHandler<RequestIdEnv> =>
  async (c, next) => {
    const id = newId(deps);
    c.set('requestId', id);
    await next();
    c.res.headers.set('x-request-id', id);
  };
