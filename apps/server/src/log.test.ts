import { createAccount } from '@homeward/core/account';
import { canary, createWorld, type World } from '@homeward/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

const SAID = canary('said');

/** The line that this entry makes. */
function lineOf(entry: object): Record<string, unknown> {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => 0,
  );
  log({ level: 'error', event: 'request', ...entry });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  expect(lines[0]).not.toContain(SAID.split(' ')[0]);
  return JSON.parse(lines[0] ?? '');
}

const caught = async (promise: () => unknown): Promise<unknown> => {
  try {
    await promise();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('a line of the log', () => {
  it('says when, what, and where an error arose', () => {
    const cause = Object.assign(new RangeError(`${SAID}\n    at ${SAID}`), { code: '23505' });
    expect(lineOf({ error: new Error(SAID, { cause }), status: 500 })).toEqual({
      level: 'error',
      time: '1970-01-01T00:00:00.000Z',
      event: 'request',
      status: 500,
      error: {
        name: 'Error',
        at: expect.arrayContaining([expect.stringMatching(/log\.test\.ts:\d+:\d+$/)]),
        cause: { name: 'RangeError', code: '23505', at: expect.any(Array) },
      },
    });
  });

  it('has nothing that is not on its list, and no process id or host', () => {
    const line = lineOf({ level: 'info', query: SAID, userAgent: SAID, msg: SAID, err: new Error(SAID) });
    expect(Object.keys(line)).toEqual(['level', 'time', 'event']);
  });

  it.each(['event', 'requestId', 'method', 'route', 'status', 'durationMs'])(
    'leaves out a member that has another form: %s',
    (name) => {
      expect(lineOf({ [name]: SAID })).not.toHaveProperty(name);
      expect(lineOf({ [name]: { toString: () => SAID, toJSON: () => SAID } })).not.toHaveProperty(name);
    },
  );

  it.each(['rpc booking.book', 'PUT /v1/services/{externalId}', 'GET'])('says the route: %s', (route) => {
    expect(lineOf({ route })).toMatchObject({ route });
  });
});

describe('of an error, whatever it says', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('of the database, with detail, position and parameters, only the code is written', async () => {
    const error = await caught(() => world.rows('SELECT $1::text::uuid', [SAID]));
    expect(lineOf({ error })).toMatchObject({ error: { code: '22P02' } });
    const detailed = Object.assign(new Error(SAID), {
      detail: SAID,
      where: SAID,
      constraint: SAID,
      query: SAID,
    });
    lineOf({ error: detailed });
  });

  it.each<[string, () => unknown]>([
    ['of a schema', () => createAccount.spec.input.parse({ passphrase: 7, [SAID]: SAID })],
    ['of JSON', () => JSON.parse(SAID)],
    ['of fetch, with its chain of causes', () => fetch(`http://127.0.0.1:1/${encodeURIComponent(SAID)}`)],
    ['of an address', () => new URL(SAID)],
    ['of a thrown text', () => Promise.reject(SAID)],
    ['of a thrown object', () => Promise.reject({ [SAID]: SAID })],
    ['of a gathering', () => Promise.reject(new AggregateError([new Error(SAID), SAID], SAID))],
    ['of a deep chain', () => Promise.reject(new Error(SAID, { cause: { cause: SAID } }))],
    [
      'with a name and a code',
      () => Promise.reject(Object.assign(new Error(SAID), { name: SAID, code: SAID })),
    ],
    [
      'with a message that looks like a stack',
      () => Promise.reject(new Error(`x\n    at ${SAID} (${SAID}.ts:1:1)\n    at ${SAID} (node:fs:1:1)`)),
    ],
    [
      'with a message that was changed later',
      () =>
        Promise.reject(Object.assign(new Error(`${SAID}\n    at ${SAID} (/${SAID}:1:1)`), { message: 'x' })),
    ],
    [
      'whose members throw',
      () => Promise.reject(Object.defineProperty(new Error(SAID), 'stack', { get: () => JSON.parse(SAID) })),
    ],
    ['of a chain that is a ring', () => Promise.reject(ring())],
  ])('nothing of it is written: %s', async (_name, thrower) => {
    expect(lineOf({ error: await caught(thrower) })).toMatchObject({ error: { name: expect.any(String) } });
  });
});

function ring(): Error {
  const error = new Error(SAID);
  error.cause = error;
  return error;
}
