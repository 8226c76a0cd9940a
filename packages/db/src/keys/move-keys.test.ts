import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../testing/index.ts';
import { moveKeys } from './move-keys.ts';
import { openKeyStore } from './open-key-store.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let owner: Client;
let keys: ReturnType<typeof openKeyStore>;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  owner = new Client(database.owner);
  await owner.connect();
  keys = openKeyStore(database.keys);
  await keys.nameFirstMasterKey({ id: '1', checkValue: Buffer.from('x') }, new Date());
});
afterAll(async () => {
  await owner.end();
  await keys.close();
  await database.drop();
});

/** As the data database was before there was a key store. */
beforeEach(async () => {
  await owner.query('DROP TABLE IF EXISTS person_key');
  await owner.query(
    'CREATE TABLE person_key (person_id uuid PRIMARY KEY REFERENCES person (id), wrapped_key bytea NOT NULL)',
  );
});

async function addPerson(): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO person (id, access_number_index, passphrase_hash, created_at) VALUES ($1, sha256(gen_random_uuid()::text::bytea), 'x', now())`,
    [id],
  );
  await owner.query('INSERT INTO person_key VALUES ($1, $2)', [id, Buffer.from(id)]);
  return id;
}

const left = async () => (await owner.query('SELECT FROM person_key')).rowCount;

it('moves every key, with the bytes it had, under the first master key’s name', async () => {
  const people = await Promise.all([addPerson(), addPerson()]);
  expect(await moveKeys({ owner: database.owner, keys: database.keys })).toBe(2);
  for (const id of people)
    expect((await keys.find([id])).get(id)).toEqual({ masterKeyId: '1', wrappedKey: Buffer.from(id) });
  expect(await left()).toBe(0);
});

it('goes on after it was stopped between copy and removal', async () => {
  const id = await addPerson();
  await keys.put(id, { masterKeyId: '1', wrappedKey: Buffer.from(id) }, new Date());
  await moveKeys({ owner: database.owner, keys: database.keys });
  expect((await keys.find([id])).size).toBe(1);
  expect(await left()).toBe(0);
});

it('brings back no key of somebody who was erased', async () => {
  const id = await addPerson();
  await keys.destroy({ personId: id, receiptIndex: Buffer.alloc(32, 1), erasedAt: new Date() });
  await moveKeys({ owner: database.owner, keys: database.keys });
  expect((await keys.find([id])).size).toBe(0);
});

it('loses nothing when the key store refuses', async () => {
  await addPerson();
  await keys.changeMasterKey(async () => ({ id: '2', checkValue: Buffer.from('x') }), new Date());
  await expect(moveKeys({ owner: database.owner, keys: database.keys })).rejects.toThrow(
    'another master key',
  );
  expect(await left()).toBe(1);
});
