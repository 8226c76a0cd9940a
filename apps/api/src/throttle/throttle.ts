import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Failure } from '@homeward/core/kernel';
import { bucketOf, countFailure, findFailures, waitAfter } from '@homeward/core/throttle';
import { openGate } from './gate.ts';
import { type Counter, type Limiter, openLimiter } from './limiter.ts';
import { networkOf } from './network-of.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Wrong tries of one address at one thing that cost it nothing; further ones wait longer and longer. */
const FREE_IN_PAIR = 10;
const PAIR_STEP_MS = 500;

/** A try at a secret: a passphrase for a number, a code. */
interface Guess {
  context: Omit<Context, 'actor'>;
  /** The address that asks; it goes no further than this file. */
  caller: string | undefined;
  kind: string;
  /** What is being tried at, in one spelling: a number, a name, a session. Whether it exists makes no difference. */
  target: string;
}

export interface Throttle {
  /** Runs a try. Waits before it, or throws `too-many-requests`, after many wrong ones. `isWrong` says whether this one was. */
  guess<Result>(
    guess: Guess,
    run: () => Promise<Result>,
    isWrong: (result: Result) => boolean,
  ): Promise<Result>;
  /** Throws `too-many-requests` when too many accounts were made, from there or at all. */
  creation(caller: string | undefined): Promise<void>;
  /** Throws `too-many-requests` when too much was said, from there or at all, that anybody may say. */
  saying(caller: string | undefined): Promise<void>;
  /** Counts a request of a partner's key. */
  key: Limiter;
}

/** `counter`: for tests, a store that is down. */
export function openThrottle({ counter }: { counter?: Counter } = {}): Throttle {
  // A new key with every process: nothing that is counted can be turned back into an address, or outlives the process.
  const secret = randomBytes(32);
  const keyOf = (...parts: string[]) =>
    createHmac('sha256', secret).update(parts.join('\n')).digest('base64');
  const open = (most: number, windowSeconds: number, fails: 'open' | 'closed') =>
    openLimiter({ most, windowSeconds, fails, counter });

  const byAddress = open(100, 15 * MINUTE, 'open');
  const byPair = open(20, 15 * MINUTE, 'open');
  const creationByAddress = open(60, HOUR, 'closed');
  const creationAtAll = open(2000, HOUR, 'closed');
  const sayingByAddress = open(20, HOUR, 'closed');
  const sayingAtAll = open(1000, HOUR, 'closed');
  const gate = openGate({ atOnce: 8, longestMs: 5000 });

  const takeBoth = async (byNetwork: Limiter, atAll: Limiter, caller: string | undefined): Promise<void> => {
    const network = networkOf(caller);
    if (network !== undefined) {
      const taken = await byNetwork.take(keyOf(network));
      if (taken.refused) throw tooMany(taken.resetMs);
    }
    const taken = await atAll.take('');
    if (taken.refused) throw tooMany(taken.resetMs);
  };

  return {
    key: open(6000, MINUTE, 'open'),

    async guess({ context, caller, kind, target }, run, isWrong) {
      const network = networkOf(caller);
      const keys =
        network === undefined
          ? []
          : ([
              [byAddress, keyOf(network)],
              [byPair, keyOf(network, kind, target)],
            ] as const);
      let pairCount = 0;
      for (const [limiter, key] of keys) {
        const taken = await limiter.take(key);
        if (taken.refused) throw tooMany(taken.resetMs);
        if (limiter === byPair) pairCount = taken.count;
      }
      const bucket = bucketOf(context.ports.secrets.lookupKey, kind, target);
      // Only slows, and a table that can't be read slows nobody: signing in matters more.
      const failures = await findFailures(context, bucket).catch(() => 0);
      await wait(Math.max(waitAfter(failures), Math.max(0, pairCount - FREE_IN_PAIR) * PAIR_STEP_MS));
      const result = await gate(bucket.toString('base64'), run);
      if (isWrong(result)) await countFailure(context, bucket).catch(() => undefined);
      else for (const [limiter, key] of keys) await limiter.giveBack(key);
      return result;
    },

    creation: (caller) => takeBoth(creationByAddress, creationAtAll, caller),
    saying: (caller) => takeBoth(sayingByAddress, sayingAtAll, caller),
  };
}

/** The message names no limit and no reason: it is the same for everything. */
const tooMany = (resetMs: number) =>
  new Failure('too-many-requests', 'too many tries: wait as long as Retry-After says', [], {
    retryAfterSeconds: Math.ceil(resetMs / 1000),
  });
