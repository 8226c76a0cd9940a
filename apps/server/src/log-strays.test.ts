import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const module = path.join(import.meta.dirname, 'log-strays.ts');

it('says where an error arose that nothing caught, never what it says, and ends the process', () => {
  const { status, stdout, stderr } = run(`setTimeout(() => { throw new RangeError('canary'); })`);
  expect(stderr + stdout).not.toContain('canary');
  expect(JSON.parse(stdout)).toMatchObject({ event: 'exception', error: { name: 'RangeError' } });
  expect(status).toBe(1);
});

it('goes on after a rejection that nobody waits for', () => {
  const { status, stdout, stderr } = run(`Promise.reject(new TypeError('canary')); setTimeout(() => {}, 10)`);
  expect(stderr + stdout).not.toContain('canary');
  expect(JSON.parse(stdout)).toMatchObject({ event: 'rejection', error: { name: 'TypeError' } });
  expect(status).toBe(0);
});

function run(program: string) {
  const log = path.join(import.meta.dirname, 'log.ts');
  const script = `
    import { createLog } from ${JSON.stringify(log)};
    import { logStrays } from ${JSON.stringify(module)};
    logStrays(createLog((line) => process.stdout.write(line), Date.now));
    ${program}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
}
