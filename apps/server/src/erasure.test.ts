import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccount } from '@homeward/core/account';
import { findReceipt, requestErasure } from '@homeward/core/erasure';
import { type Context, inTransaction, VISITOR } from '@homeward/core/kernel';
import { authenticate } from '@homeward/core/session';
import { findPersonKeys } from '@homeward/core/vault';
import { copyDatabase, createTestDatabase, dropDatabase, type TestPostgres } from '@homeward/db/testing';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { startServer } from '../testing/start-server.ts';
import { readEnvironment } from './environment.ts';
import { openContext } from './open-context.ts';
import { keepSecrets } from './secrets.ts';

const timeout = 180_000;
let dataFolder: string;
let database: TestPostgres & { drop: () => Promise<void> };

beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-erasure-'));
  database = await createTestDatabase(inject('postgres'));
  await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: true });
});
afterEach(async () => {
  await database.drop();
  rmSync(dataFolder, { recursive: true });
});

it('brings nobody back with a backup from before: it does not open, and the server takes them out before it serves', {
  timeout,
}, async () => {
  const [cookie, kept] = await withContext(async (visitor) => [
    await newPerson(visitor),
    await newPerson(visitor),
  ]);
  const backup = `${database.owner.database}_backup`;
  await copyDatabase(database.owner, backup);
  const [personId, receiptNumber] = await withContext(async (visitor) => {
    const person = await signedIn(visitor, cookie);
    return [person.actor.personId, (await requestErasure(person, { waitDays: 0 })).receiptNumber];
  });
  const restored = { ...database.owner, database: backup };
  try {
    expect(await query(restored, 'SELECT FROM person WHERE id = $1', [personId])).toHaveLength(1);
    const env = environment({ ...database.app, database: backup });
    const server = await startServer({ dataFolder, command: ['serve', 'api'], env });
    expect(server.output()).toContain('erasure: 1 who were erased before');
    expect(await query(restored, 'SELECT FROM person WHERE id = $1', [personId])).toHaveLength(0);
    expect(await query(restored, 'SELECT FROM person')).toHaveLength(1);
    expect(await server.stop()).toBe(0);
    await withContext(async (visitor) => {
      const other = await signedIn(visitor, kept);
      expect(await keysOf(other, [other.actor.personId])).toBe(1);
      expect(await findReceipt(visitor, { number: receiptNumber })).toMatchObject({ state: 'done' });
    }, env);
  } finally {
    await dropDatabase(database.owner, backup);
  }
});

it('is carried on by the next start when everything is killed between the key and the rows', {
  timeout,
}, async () => {
  const script = path.resolve(import.meta.dirname, '../testing/erase-and-die.ts');
  const child = spawn(process.execPath, [script], { env: environment(), stdio: 'inherit' });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  expect(await query(database.keysOwner, 'SELECT FROM person_key')).toHaveLength(0);
  expect(await query(database.keysOwner, 'SELECT FROM erased_person')).toHaveLength(1);
  expect(await query(database.owner, 'SELECT FROM person')).toHaveLength(1);

  const server = await startServer({ dataFolder, command: ['serve', 'api'], env: environment() });
  for (const table of ['person', 'session', 'person_vault', 'erasure_request'])
    expect(await query(database.owner, `SELECT FROM ${table}`), table).toHaveLength(0);
  expect(await server.stop()).toBe(0);
});

function environment(app = database.app) {
  const both = { DATABASE_URL: url(app), KEYS_DATABASE_URL: url(database.keys) };
  return { PATH: process.env.PATH ?? '', HOMEWARD_DATA: dataFolder, ...both };
}

async function withContext<Output>(
  run: (visitor: Context) => Promise<Output>,
  env = environment(),
): Promise<Output> {
  await using closing = new AsyncDisposableStack();
  const opening = { settings: readEnvironment(env), closing, say: () => {}, log: () => {} };
  return await run({ ...(await openContext(opening)), actor: VISITOR });
}

async function newPerson(visitor: Context): Promise<string> {
  const { cookie } = await createAccount(visitor, { passphrase: 'a passphrase for the test' });
  return cookie.split(';')[0] ?? '';
}

async function signedIn(visitor: Context, cookie: string) {
  const actor = await authenticate(visitor, cookie);
  if (actor.kind !== 'person') throw new Error('the person is not signed in');
  return { ...visitor, actor };
}

const keysOf = (context: Context, ids: string[]) =>
  inTransaction(context, 'read only', async (tx) => (await findPersonKeys(tx, ids)).size);

async function query(
  login: TestPostgres['owner'],
  statement: string,
  values: unknown[] = [],
): Promise<unknown[]> {
  const client = new Client(login);
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

function url({ host, user, password, database: name }: TestPostgres['owner']): string {
  return `postgresql://${user}:${password}@localhost/${name}?host=${encodeURIComponent(host)}`;
}
