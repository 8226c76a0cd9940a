import type { Span } from '@homeward/scheduling';
import { Failure } from '../kernel/index.ts';

const DAY = 86_400_000;

/** A window of time as it was sent, in epoch milliseconds. Throws `invalid-input` when it ends too early or too late. */
export function readWindow({ from, to }: { from: string; to: string }, mostDays: number): Span {
  const window = { from: Date.parse(from), to: Date.parse(to) };
  if (window.to <= window.from) throw refused('must be after from');
  // An hour more, since some of these days are 25 hours long.
  if (window.to - window.from > mostDays * DAY + DAY / 24)
    throw refused(`must be at most ${mostDays} days after from`);
  return window;
}

function refused(message: string): Failure {
  return new Failure('invalid-input', 'the window is not one', [
    { pointer: '/to', code: 'wrong-window', message },
  ]);
}
