import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findDeadCitations } from './find-dead-citations.mjs';

it.each([
  ['[start](docs/start.md#first)', true],
  ['[start](docs/stat.md)', false],
  ['<img src="docs/phone.png">', true],
  ['<img src="docs/laptop.png">', false],
  ['[site](https://example.org/docs/gone.md)', true],
  ['see `packages/core/src/book.ts`', true],
  ['see `packages/core/src/cancel.ts`', false],
  ['see `packages/{core,db}/src`', false],
  ['every `packages/*/src/*.ts`', true],
  ['every `packages/**/*.ts`', true],
  ['every `packages/*/src/*.rs`', false],
  ['the build in `apps/portal/dist/server`', true],
  ['run `npm run bench -- slots`', true],
  ['run `npm run bnech`', false],
  ['the word `packages` alone', true],
])('%s is alive: %s', (line, isAlive) => {
  const root = mkdtempSync(path.join(tmpdir(), 'homeward-citations-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(path.join(root, 'docs'));
  mkdirSync(path.join(root, 'packages/core/src'), { recursive: true });
  writeFileSync(path.join(root, 'package.json'), '{"scripts":{"bench":"x"}}');
  writeFileSync(path.join(root, 'packages/core/src/book.ts'), '');
  writeFileSync(path.join(root, 'docs/start.md'), '# First\n');
  writeFileSync(path.join(root, 'docs/phone.png'), '');
  writeFileSync(path.join(root, 'README.md'), `# Title\n${line}\n`);
  const found = findDeadCitations(root);
  expect(found.map((citation) => citation.split(': ')[0])).toEqual(isAlive ? [] : ['README.md:2']);
});
