import { Failure, type Tx } from '../kernel/index.ts';

const YEAR = 366 * 86_400_000;

/** When a group is to begin, in epoch milliseconds. Throws `invalid-input` for a time that is over, or more than a year away. */
export function readStart(tx: Tx, startsAt: string): number {
  const from = Date.parse(startsAt);
  const now = tx.clock.now();
  if (from > now && from <= now + YEAR) return from;
  throw new Failure('invalid-input', 'a group begins later than now, within a year', [
    { pointer: '/startsAt', code: 'wrong-time', message: 'must lie ahead, at most a year' },
  ]);
}
