import { Failure } from '../kernel/index.ts';

/** Runs few jobs at once and lets a bounded number wait; further ones throw `too-many-requests` at once. */
export function limitParallel(limits: { atOnce: number; waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <Result>(job: () => Promise<Result>): Promise<Result> => {
    if (running >= limits.atOnce) {
      if (queue.length >= limits.waiting)
        throw new Failure('too-many-requests', 'too many hashes are waiting');
      await new Promise<void>((resolve) => queue.push(resolve)); // whoever ends hands over its place
    } else {
      running++;
    }
    try {
      return await job();
    } finally {
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
