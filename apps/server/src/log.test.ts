import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

describe('the log', () => {
  it('says where an error arose, and nothing of what it says', () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => 0,
    );
    const cause = Object.assign(new RangeError('canary-two\n    at canary-three'), { code: '23505' });
    log({ level: 'error', event: 'request', error: new Error('canary-one', { cause }), status: 500 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('canary');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      time: '1970-01-01T00:00:00.000Z',
      status: 500,
      error: {
        name: 'Error',
        at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
        cause: { name: 'RangeError', code: '23505' },
      },
    });
  });

  it('drops what is not on its list', () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => 0,
    );
    log({ level: 'info', event: 'request', ...{ query: 'canary', userAgent: 'canary' } });
    expect(lines[0]).toBe('{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"request"}\n');
  });
});
