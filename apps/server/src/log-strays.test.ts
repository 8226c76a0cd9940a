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

it('says that there was a warning, never what it says', () => {
  const { stdout, stderr } = run(`process.emitWarning('canary', 'CanaryWarning', 'HW1')`);
  expect(stderr + stdout).not.toContain('canary');
  expect(JSON.parse(stdout)).toMatchObject({ level: 'warn', event: 'warning', error: { code: 'HW1' } });
});

it.each([
  `throw 'canary'`,
  `throw { canary: 'canary' }`,
  `throw Object.assign(new Error('canary'), { code: 'canary canary', detail: 'canary' })`,
  `Promise.reject(new AggregateError([new Error('canary')], 'canary'))`,
  `Promise.reject('canary')`,
  `console.error('canary', { canary: 1 }); console.debug('canary'); console.trace('canary'); console.table(['canary'])`,
])('repeats nothing of what is thrown, lost or printed: %s', (program) => {
  const { stdout, stderr } = run(program);
  expect(stdout).toContain('"event"');
  expect(stderr + stdout).not.toContain('canary');
});

function run(program: string) {
  const log = path.join(import.meta.dirname, 'log.ts');
  const script = `
    import { createLog } from ${JSON.stringify(log)};
    import { logStrays } from ${JSON.stringify(module)};
    import { quietConsole } from ${JSON.stringify(path.join(import.meta.dirname, 'quiet-console.ts'))};
    const log = createLog((line) => process.stdout.write(line), Date.now);
    logStrays(log);
    quietConsole(log);
    ${program}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
}
