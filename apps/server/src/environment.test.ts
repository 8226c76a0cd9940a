import { CannotStart } from '@homeward/db/embedded';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('may be empty: one laptop, its own PostgreSQL, loopback only', () => {
    expect(readEnvironment({})).toMatchObject({
      production: false,
      port: 4321,
      host: '127.0.0.1',
      databaseUrl: undefined,
      apiUrl: undefined,
      demo: undefined,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', HOMEWARD_DEMO: '' })).toEqual(readEnvironment({}));
  });

  it('listens on every address in production, unless told otherwise', () => {
    expect(readEnvironment({ NODE_ENV: 'production' }).host).toBeUndefined();
    expect(readEnvironment({ NODE_ENV: 'production', HOST: '10.0.0.1' }).host).toBe('10.0.0.1');
  });

  it('takes a video server whole or not at all, over https, and repeats no secret', () => {
    const whole = { MEET_URL: 'https://meet.example', MEET_APP_ID: 'homeward', MEET_SECRET: 'x'.repeat(32) };
    expect(readEnvironment(whole).meet).toEqual({
      url: new URL('https://meet.example'),
      appId: 'homeward',
      secret: 'x'.repeat(32),
    });
    expect(readEnvironment({}).meet).toBeUndefined();
    const wrong = [
      { ...whole, MEET_SECRET: 'hunter2' },
      { ...whole, MEET_URL: 'http://meet.example' },
      ...Object.keys(whole).map((name) => ({ ...whole, [name]: '' })),
    ];
    for (const env of wrong) {
      expect(() => readEnvironment(env)).toThrow(CannotStart);
      expect(() => readEnvironment(env)).not.toThrow('hunter2');
    }
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['HOMEWARD_DEMO', 'yes'],
    ['DATABASE_URL', 'mysql://root:hunter2@db/x'],
    ['API_URL', 'api.internal:4000'],
  ])('refuses %s=%s in one line that names the variable and repeats no password', (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(CannotStart);
    expect(read).toThrow(new RegExp(`^${name} [^\n]+$`));
    expect(read).not.toThrow('hunter2');
  });
});
