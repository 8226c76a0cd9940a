import { expect, test } from 'vitest';
import { startProgress } from './progress.ts';

function progressOf(terminal: { isTTY: boolean; columns?: number }, total: number, quiet = false): string {
  let written = '';
  const progress = startProgress({ ...terminal, write: (text) => (written += text) }, total, quiet);
  for (let done = 0; done < total; done++) progress.advance();
  progress.end();
  return written;
}

test('on a terminal it is one line that fills up', () => {
  const written = progressOf({ isTTY: true, columns: 60 }, 4);

  expect(written.split('\r').at(-1)).toBe(`[${'='.repeat(30)}] 4 of 4 \n`);
  expect(written.match(/\n/g)).toHaveLength(1);
});

test('elsewhere it is a plain line now and then', () => {
  expect(progressOf({ isTTY: false }, 120)).toBe('50 of 120\n100 of 120\n120 of 120\n');
});

test('for programs and for nothing it says nothing', () => {
  expect(progressOf({ isTTY: true }, 4, true)).toBe('');
  expect(progressOf({ isTTY: true }, 0)).toBe('');
});
