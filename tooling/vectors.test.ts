import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const own = path.join(root, 'packages/scheduling/vectors');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vectors-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'tooling/vectors.ts'), ...args], {
    encoding: 'utf8',
    cwd: root,
  });

function fileOf(content: unknown): string {
  const file = path.join(folder, 'case.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const hour = {
  name: 'an hour',
  counsellor: {
    zone: 'UTC',
    weekly: [{ days: ['MO'], from: '09:00', to: '11:00' }],
    limits: { lengthMinutes: 60 },
  },
  now: '2026-05-01T00:00:00Z',
  window: { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z' },
  slots: ['2026-06-01T09:00:00Z', '2026-06-01T10:00:00Z'],
};

describe('a file of vectors', () => {
  it.each(readdirSync(own))('of ours passes: %s', (file) => {
    const { status, stdout } = run(path.join(own, file));
    expect(stdout).toMatch(/^\d+ vectors, \d+ passed, 0 failed\n$/);
    expect(status).toBe(0);
  });

  it('with a case that fails says which start is missing and which is not expected, and ends with 1', () => {
    const wrong = { ...hour, name: 'wrong', slots: ['2026-06-01T09:00:00Z', '2026-06-01T11:00:00Z'] };
    const { status, stdout } = run(fileOf([hour, wrong]));
    expect(stdout.split('\n')).toEqual([
      'FAILED wrong',
      '  missing     2026-06-01T11:00:00Z',
      '  unexpected  2026-06-01T10:00:00Z',
      '2 vectors, 1 passed, 1 failed',
      '',
    ]);
    expect(status).toBe(1);
  });

  it.each([
    ['that is no JSON', '[{', /case\.json: .*JSON/],
    ['that holds something else', [7], /case\.json: case 1 is not an object$/],
    [
      'with a zone that is none',
      [{ ...hour, counsellor: { ...hour.counsellor, zone: 'Mars/Olympus' } }],
      /case 1 \(an hour\): counsellor\.zone: "Mars\/Olympus" is not a time zone$/,
    ],
  ])('%s is refused in one line without a stack, and ends with 1', (_what, content, message) => {
    const { status, stdout, stderr } = run(fileOf(content));
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('is asked for when there is none', () => {
    expect(run().stderr).toContain('Usage: npm run vectors -- FILE');
    expect(run(path.join(folder, 'nothing.json'))).toMatchObject({ status: 1, stdout: '' });
  });
});
