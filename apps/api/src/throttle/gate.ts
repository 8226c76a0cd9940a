/** Lets few through at once for each key; the last to come goes first, and none waits longer than `longestMs`. */
export function openGate({ atOnce, longestMs }: { atOnce: number; longestMs: number }) {
  const lanes = new Map<string, { running: number; waiting: Set<() => void> }>();

  return async <Result>(key: string, job: () => Promise<Result>): Promise<Result> => {
    const lane = lanes.get(key) ?? { running: 0, waiting: new Set<() => void>() };
    lanes.set(key, lane);
    if (lane.running >= atOnce) await turn(lane.waiting, longestMs);
    lane.running++;
    try {
      return await job();
    } finally {
      lane.running--;
      // Whoever came last goes first: an attacker's queue holds up an attacker.
      const next = [...lane.waiting].at(-1);
      if (next !== undefined) {
        lane.waiting.delete(next); // at once: the next to end wakes another
        next();
      }
      if (next === undefined && lane.running === 0) lanes.delete(key);
    }
  };
}

/** Settles when somebody lets this one in, or after `longestMs`. */
async function turn(waiting: Set<() => void>, longestMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, longestMs);
  waiting.add(resolve);
  await promise;
  clearTimeout(timer);
  waiting.delete(resolve);
}
