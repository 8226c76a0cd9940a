import type { World } from '@homeward/core/testing';
import { createApi } from '../../src/index.ts';
import { openLimiter } from '../../src/throttle/limiter.ts';
import type { Throttle } from '../../src/throttle/throttle.ts';

/** For suites that must try often: what they look for is not the throttle, which has a test of its own. */
const UNTHROTTLED: Throttle = {
  guess: async (_guess, run) => run(),
  creation: async () => undefined,
  saying: async () => undefined,
  key: openLimiter({ most: Number.MAX_SAFE_INTEGER, windowSeconds: 60, fails: 'open' }),
};

/** The API over a world, that slows nobody, with what it told the log. */
export function openRpc(world: World) {
  const logged: unknown[] = [];
  const api = createApi({
    ...world.visitor,
    throttle: UNTHROTTLED,
    logError: (entry) => logged.push(entry),
    logRefusal: () => undefined,
  });
  const ask = async (
    path: string,
    input?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    api.request(`/rpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    });
  /** What it says, without the id of the request. */
  const saidBy = async (answer: Response): Promise<string> =>
    (await answer.text()).replaceAll(/"requestId":"[^"]*"/g, '');
  return { api, ask, saidBy, logged };
}
