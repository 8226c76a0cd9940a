import type { Clock } from '../src/kernel/index.ts';

export interface MovingClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

/** A clock that stands still until a test moves it. */
export function movingClock(instant: string): MovingClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set: (to) => {
      now = Date.parse(to);
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
