import { addCounsellor } from '@homeward/core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrangeRoles, type Cast } from '../access/arrange-roles.ts';
import { openRpc } from './open-rpc.ts';

const COLLEAGUE = 'known-colleague';

let cast: Cast;
let rpc: ReturnType<typeof openRpc>;
/** Every value of every table, in every spelling in which it could be sent. */
let stored: string[];
/** Those of columns that open something. */
let secret: string[];

beforeAll(async () => {
  cast = await arrangeRoles();
  rpc = openRpc(cast.world);
  // A newcomer: whoever is known already uses no code up, whatever they type.
  await cast.world.rows('UPDATE person SET confirmed_at = NULL');
  await addCounsellor(cast.world, { signInName: COLLEAGUE });
  const columns = await findValues(cast.world.rows);
  const keys = await findValues(cast.world.keyRows);
  const all = [...columns, ...keys];
  stored = spell(all);
  secret = spell(all.filter(({ column }) => /hash|index|sealed|key|code|token|bucket/.test(column)));
});
afterAll(() => cast.world[Symbol.asyncDispose]());

interface Value {
  column: string;
  value: string | Buffer;
}

async function findValues(rows: Cast['world']['rows']): Promise<Value[]> {
  const columns = await rows<{ table: string; column: string; type: string }>(
    `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'bytea', 'uuid')`,
  );
  const found: Value[] = [];
  for (const { table, column, type } of columns) {
    const values = await rows<{ value: string | Buffer | null }>(
      `SELECT DISTINCT ${column}${type === 'uuid' ? '::text' : ''} AS value FROM ${table} LIMIT 40`,
    );
    for (const { value } of values) if (value !== null) found.push({ column, value });
  }
  return found;
}

const spell = (values: Value[]): string[] => [
  ...new Set(
    values.flatMap(({ value }) =>
      typeof value === 'string'
        ? [value, ...value.split('$').filter((part) => part.length > 8)]
        : (['hex', 'base64', 'base64url', 'latin1'] as const).map((encoding) => value.toString(encoding)),
    ),
  ),
];

/** Only what a header can carry at all. */
const asHeader = (text: string) => /^[\x20-\x7e]*$/.test(text);

it('nothing that is stored opens a session as a cookie', async () => {
  expect(secret.length).toBeGreaterThan(40);
  for (const value of stored.filter(asHeader)) {
    const answer = await rpc.ask('account.me', undefined, { cookie: `__Host-s=${value}` });
    expect(await answer.text(), value).toContain('"kind":"visitor"');
  }
});

it('nothing that is stored is a partner’s key', async () => {
  for (const value of stored.filter(asHeader)) {
    for (const authorization of [`Bearer ${value}`, `Bearer hw_live_${value}`]) {
      const answer = await rpc.api.request('/v1/organisation', { headers: { authorization } });
      expect(answer.status, value).toBe(401);
    }
  }
});

it('nothing that is stored is an access number, a passphrase or a code', async () => {
  const numbers = stored.filter((value) => value.replaceAll(/\D/g, '').length === 13);
  for (const passphrase of [...new Set([...secret.slice(0, 150), ...numbers])].map((value) =>
    value.slice(0, 256),
  )) {
    const asStaff = await rpc.ask('session.signInStaff', { name: COLLEAGUE, passphrase });
    expect(asStaff.status, passphrase).toBe(401);
  }
  for (const value of [...new Set([...secret.slice(0, 60), ...numbers])].map((one) => one.slice(0, 64))) {
    const asPerson = await rpc.ask('session.signIn', { accessNumber: value, passphrase: value });
    expect(asPerson.status, value).toBe(401);
    const recovered = await rpc.ask('recovery.recover', { code: value, passphrase: 'seven quiet boats' });
    expect(recovered.status, value).toBe(401);
    const redeemed = await rpc.ask('invitation.redeem', { code: value }, cast.headersOf.person);
    expect([400, 401], value).toContain(redeemed.status);
  }
});
