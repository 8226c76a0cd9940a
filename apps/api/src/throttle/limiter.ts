import { RateLimiterMemory } from 'rate-limiter-flexible';

/** What counts: the library's memory, or a test's that is down. */
export type Counter = Pick<RateLimiterMemory, 'penalty' | 'reward'>;

interface Rule {
  /** How many in one window. */
  most: number;
  windowSeconds: number;
  /** When its store is down: `open` lets everybody through, `closed` nobody. */
  fails: 'open' | 'closed';
  counter?: Counter | undefined;
}

interface Taken {
  /** How many there were in this window, this one included. */
  count: number;
  /** Until the window ends. */
  resetMs: number;
  /** Whether it was one too many. */
  refused: boolean;
}

export interface Limiter {
  readonly rule: Readonly<Rule>;
  /** Counts one, first of all: tries at the same moment can't slip past. */
  take(key: string): Promise<Taken>;
  /** Takes the count back: it was none that counts. */
  giveBack(key: string): Promise<void>;
}

/** Counts in the memory of this process, by keys that say nothing; gone with the window or the process. */
export function openLimiter(rule: Rule): Limiter {
  const { most, windowSeconds, fails } = rule;
  const counter = rule.counter ?? new RateLimiterMemory({ points: most, duration: windowSeconds });
  return {
    rule,
    async take(key) {
      try {
        const { consumedPoints: count, msBeforeNext: resetMs } = await counter.penalty(key);
        return { count, resetMs, refused: count > most };
      } catch {
        return { count: 0, resetMs: windowSeconds * 1000, refused: fails === 'closed' };
      }
    },
    async giveBack(key) {
      await counter.reward(key).catch(() => undefined); // a store that is down holds no count
    },
  };
}
