import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { anchorFile } from './anchor-file.ts';

let file: string;
beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'homeward-anchor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = path.join(folder, 'audit-anchor.jsonl');
});

const anchor = (seq: number) => ({ seq, hash: 'ab'.repeat(32), at: '2026-11-24T09:00:00Z' });
const readAll = async (skipped?: (line: number) => void) =>
  Array.fromAsync(await anchorFile(file, skipped).read());

it('keeps anchors in the order in which they came, for its owner’s eyes', async () => {
  expect(await readAll()).toEqual([]);
  for (const seq of [1, 2, 3]) await anchorFile(file).append(anchor(seq));
  expect(await readAll()).toEqual([anchor(1), anchor(2), anchor(3)]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('only adds: what stood there before stays byte for byte', async () => {
  await anchorFile(file).append(anchor(1));
  const before = readFileSync(file, 'utf8');
  await anchorFile(file).append(anchor(2));
  expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
});

it('passes over a line that a crash left half written, says which, and goes on behind it', async () => {
  await anchorFile(file).append(anchor(1));
  appendFileSync(file, '{"seq":2,"ha');
  await anchorFile(file).append(anchor(3));
  const skipped: number[] = [];
  expect(await readAll((line) => skipped.push(line))).toEqual([anchor(1), anchor(3)]);
  expect(skipped).toEqual([2]);
});

it('reads what was there when it was asked, and not what is added meanwhile', async () => {
  await anchorFile(file).append(anchor(1));
  const kept = await anchorFile(file).read();
  await anchorFile(file).append(anchor(2));
  expect(await Array.fromAsync(kept)).toEqual([anchor(1)]);
});
