import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const SKIPS = /\.(?:skip|skipIf|runIf|todo|only|fixme)\b(?:\.\w+)*\s*\([^\n]*/g;
/** The one reason: real files, and another program to check by, are on some machines only. */
const FOR_WANT_OF_DATA = /^\.(?:skip|skipIf)\(!(?:existsSync|hasData)\([^()]+\)/;

const findSkips = (text: string): string[] => text.match(SKIPS) ?? [];

it('skips a test for want of the data beside the repository, and for nothing else', () => {
  const files = globSync(['apps/**/*.{test,spec}.ts', 'packages/**/*.{test,spec}.ts', 'tooling/*.test.ts'], {
    cwd: root,
    exclude: ['**/node_modules', '**/dist', 'tooling/skipped.test.ts'],
  });
  const found = files.flatMap((file) =>
    findSkips(readFileSync(path.join(root, file), 'utf8')).map((skip) => ({ file, skip })),
  );
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter(({ skip }) => !FOR_WANT_OF_DATA.test(skip))).toEqual([]);
});

it('finds a skipped test, however it is written', () => {
  for (const line of [
    `it.skip('does it', () => {`,
    `it.runIf(ids.length > 0)('does it', () => {`,
    `describe.skipIf(isSlow)('does it', () => {`,
    `test.todo('does it')`,
    `describe.only.each(lines)('does it', () => {`,
    `test.fixme();`,
  ])
    expect(
      findSkips(line).filter((skip) => !FOR_WANT_OF_DATA.test(skip)),
      line,
    ).toHaveLength(1);
});
