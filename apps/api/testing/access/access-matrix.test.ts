import { readChecksums } from '@homeward/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApi } from '../../src/index.ts';
import { PROCEDURES } from '../../src/rpc/procedures.ts';
import { v1App } from '../../src/v1/index.ts';
import { arrangeRoles, type Cast } from './arrange-roles.ts';
import { isAllowed, ROLE_NAMES, type Role, readMatrix, refusalOf, sees } from './matrix.ts';
import { readRendered, renderMatrix } from './render.ts';

const matrix = readMatrix();
const NOBODY = '01a20cdc-bbbd-7a7b-86db-5eb4cc0c3c6a';
/** Refused by what was sent, after the role was let in. */
const LET_IN = 'invalid-input';

let cast: Cast;
let api: ReturnType<typeof createApi>;
beforeAll(async () => {
  cast = await arrangeRoles();
  const quiet = { logError: () => undefined, logRefusal: () => undefined };
  api = createApi({ ...cast.world.visitor, ...quiet });
});
afterAll(() => cast.world[Symbol.asyncDispose]());

const ask = async (role: Role, path: string, input: unknown, query = '') => {
  const answer = await api.request(`/rpc/${path}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...cast.headersOf[role] },
    body: JSON.stringify(input),
  });
  return {
    status: answer.status,
    text: (await answer.text()).replaceAll(/"requestId":"[^"]*"/g, '"requestId":""'),
  };
};

const codeOf = (text: string): string | undefined => JSON.parse(text).error?.message;

const checksum = () => readChecksums(cast.world);

it('names every procedure, and none that is gone', async () => {
  const missing = [...PROCEDURES.keys()].filter((path) => !Object.hasOwn(matrix.rpc, path));
  const lines = await Promise.all(
    missing.map(async (path) => {
      const roles = [];
      for (const role of ROLE_NAMES) {
        if (codeOf((await ask(role, path, { nonsense: true })).text) === LET_IN) roles.push(role);
      }
      const stepUp = PROCEDURES.get(path)?.meta.operation?.stepUp ? ', "stepUp": true' : '';
      return `"${path}": { "allowed": ${JSON.stringify(roles)}${stepUp} }`;
    }),
  );
  expect(
    lines,
    'add to apps/api/access-matrix.json what is right (this is what answers now), then npm run access',
  ).toEqual([]);
  expect(
    Object.keys(matrix.rpc).filter((path) => !PROCEDURES.has(path)),
    'lines of what is gone',
  ).toEqual([]);
});

it('is what docs/access.md shows (after a change: npm run access)', async () => {
  expect(await readRendered()).toBe(renderMatrix(matrix));
});

const lines = Object.entries(matrix.rpc).filter(([path]) => PROCEDURES.has(path));

describe.each(lines)('%s', (path, line) => {
  const procedure = PROCEDURES.get(path);

  it('lets in whom the matrix allows, refuses all others by one code, and changes nothing', async () => {
    const before = await checksum();
    for (const role of ROLE_NAMES) {
      const { text } = await ask(role, path, { nonsense: true });
      expect(codeOf(text), role).toBe(isAllowed(line, role) ? LET_IN : refusalOf(role));
    }
    expect(await checksum()).toEqual(before);
  });

  it('is refused as GET, and in a batch alike or altogether', async () => {
    for (const role of ROLE_NAMES) {
      const asked = `/rpc/${path}?input=${encodeURIComponent('{"nonsense":true}')}`;
      expect((await api.request(asked, { headers: cast.headersOf[role] })).status, role).toBe(405);
      const inputs = { 0: { nonsense: true }, 1: { nonsense: true } };
      const { status, text } = await ask(role, `${path},${path}`, inputs, '?batch=1');
      const answers: { error?: { message: string } }[] = JSON.parse(text);
      if (procedure?.meta.alone) expect([status, answers[0]?.error?.message], role).toEqual([400, LET_IN]);
      else expect(answers[1]?.error?.message, role).toBe(isAllowed(line, role) ? LET_IN : refusalOf(role));
    }
  });

  it(`${line.stepUp ? 'needs' : 'needs no'} fresh proof of who asks`, async () => {
    expect(procedure?.meta.operation?.stepUp ?? false).toBe(line.stepUp ?? false);
    if (!line.stepUp) return;
    const proved = await cast.world.rows<{ id: string; proved_at: Date }>(
      'SELECT id, proved_at FROM session',
    );
    await cast.world.rows(`UPDATE session SET proved_at = '2026-11-24T00:00:00Z'`);
    for (const role of ROLE_NAMES.filter((one) => isAllowed(line, one)))
      expect(codeOf((await ask(role, path, { nonsense: true })).text), role).toBe('step-up-required');
    for (const { id, proved_at } of proved)
      await cast.world.rows('UPDATE session SET proved_at = $2 WHERE id = $1', [id, proved_at]);
  });
});

/** A place in a list, and a room, which is a choice of a form: one that is not the organisation's is a fault of the input. */
const NO_RECORD = ['before', 'roomId'];

const takingIds = lines.filter(([path]) => idsOf(path).length > 0);

it('finds the procedures that take an id', () => {
  expect(takingIds.length).toBeGreaterThan(20);
});

it.each(takingIds)('%s answers to an id of somebody’s record as to an id of nobody', async (path, line) => {
  const ids = idsOf(path);
  const sample = { ...line.sample };
  const isReading = PROCEDURES.get(path)?.type === 'query';
  for (const role of ROLE_NAMES.filter((one) => isAllowed(line, one))) {
    if (sees(line, role) && !isReading) continue; // it would do it: the use-case's own test does
    // What was sent may be said again; nothing else may differ.
    const asked = async (id: string) => {
      const named = Object.fromEntries(ids.map((name) => [name, id]));
      const { status, text } = await ask(role, path, { ...sample, ...named });
      return { status, text: text.replaceAll(id, '') };
    };
    const before = await checksum();
    const nobody = await asked(NOBODY);
    const code = codeOf(nobody.text);
    expect(code, `${role}: "sample" lacks what the input needs: ${nobody.text}`).not.toBe(LET_IN);
    const answers = await Promise.all(cast.recordIds.map(asked));
    const likeNobody = answers.map(() => nobody);
    if (sees(line, role)) expect(answers, `${role} sees nothing after all`).not.toEqual(likeNobody);
    else expect(answers, role).toEqual(likeNobody);
    if (sees(line, role)) continue; // a look at a record leaves its line in the audit log
    // So does what is done to nothing, and said to be done.
    if (code !== undefined || isReading)
      expect(await checksum(), `${role} changed something`).toEqual(before);
  }
});

/** The members of an input that are ids of something. */
function idsOf(path: string): string[] {
  const schema = PROCEDURES.get(path)?.meta.operation?.input ?? z.undefined();
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  const members = Object.entries(json.properties ?? {});
  return members.flatMap(([name, member]) =>
    typeof member === 'object' && member.format === 'uuid' && !NO_RECORD.includes(name) ? [name] : [],
  );
}

describe('the public door', () => {
  const routes = () =>
    v1App({ ...cast.world.visitor, logError: () => undefined, logRefusal: () => undefined }).routes.flatMap(
      ({ method, path }) => (method === 'ALL' ? [] : [`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`]),
    );

  it('has a line for every route, and none for one that is gone', () => {
    expect([...new Set(routes())].toSorted()).toEqual(Object.keys(matrix.v1).toSorted());
  });

  it.each(Object.entries(matrix.v1).filter(([, scope]) => scope !== 'none'))(
    '%s takes no cookie of anybody',
    async (route) => {
      const before = await checksum();
      const [method = '', path = ''] = route.split(' ');
      for (const role of ROLE_NAMES.filter((one) => one !== 'partner-key')) {
        const answer = await api.request(path.replace('{externalId}', 'one'), {
          method,
          headers: cast.headersOf[role],
        });
        expect(answer.status, role).toBe(401);
      }
      expect(await checksum()).toEqual(before);
    },
  );
});
