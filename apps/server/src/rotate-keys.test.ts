import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { systemRandom } from '@homeward/core/kernel';
import { openKeyring, unseal } from '@homeward/core/vault';
import { createTestDatabase, type TestPostgres } from '@homeward/db/testing';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { masterKeysFile } from './master-keys-file.ts';
import { keepSecrets } from './secrets.ts';

const here = import.meta.dirname;
const script = (name: string) => path.join(here, '../testing', `${name}.ts`);

let dataFolder: string;
let database: TestPostgres & { drop: () => Promise<void> };
let env: Record<string, string>;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-rotate-'));
  database = await createTestDatabase(inject('postgres'));
  await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: true });
  env = {
    PATH: process.env.PATH ?? '',
    HOMEWARD_DATA: dataFolder,
    DATABASE_URL: url(database.app),
    KEYS_DATABASE_URL: url(database.keys),
  };
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await database.drop();
  rmSync(dataFolder, { recursive: true });
});

describe('a rotation of the master key', { timeout: 300_000 }, () => {
  it('leaves everything readable under the new key alone, though killed with -9 after every step while others write', async () => {
    const writers = [startWriter(), startWriter()];
    const written = () => writers.reduce((sum, { people }) => sum + people.length, 0);
    const grows = async () => {
      const before = written();
      await expect.poll(written, { timeout: 60_000 }).toBeGreaterThan(before + 20);
    };
    await grows();
    const rounds = ['written', 'made', 'named', 'rewrapped', 'all-rewrapped', 'removed'];
    for (const step of rounds) {
      expect(await end(spawnChild(script('rotate-and-die'), [step])), step).toEqual({
        signal: 'SIGKILL',
        code: null,
      });
      await grows();
    }
    const [first, second] = ['', ''].map(() => spawnChild(path.join(here, 'rotate-keys.ts')));
    for (const rotation of [first, second]) {
      expect(rotation && (await end(rotation))).toEqual({ signal: null, code: 0 });
    }
    await grows();
    for (const { child } of writers) child.stdin?.end();
    for (const { child } of writers) expect(await end(child)).toEqual({ signal: null, code: 0 });

    expect(writers.flatMap(({ errors }) => errors)).toEqual([]);
    const ring = await masterKeysFile({ dataFolder, masterKeyFile: undefined }).read();
    const inUse = await keyRows<{ current_id: string }>('SELECT current_id FROM master_key');
    expect(ring.map(({ id }) => id)).toEqual(inUse.map((row) => row.current_id));
    expect(Number(ring[0]?.id)).toBeGreaterThan(3);
    const people = writers.flatMap((writer) => writer.people);
    expect(await readAll()).toEqual(new Map(people.map((id) => [id, `number of ${id}`])));
    expect(await keyRows('SELECT DISTINCT master_key_id AS id FROM person_key')).toEqual([
      { id: ring[0]?.id },
    ]);
  });

  it('makes a key and stops, so that it can be brought to other servers, and then takes up that very key', async () => {
    const rotate = path.join(here, 'rotate-keys.ts');
    const place = masterKeysFile({ dataFolder, masterKeyFile: undefined });
    expect(await end(spawnChild(rotate, ['make']))).toMatchObject({ code: 0 });
    const made = await place.read();
    expect(made.map(({ id }) => id)).toEqual(['1', '2']);
    expect(await end(spawnChild(rotate))).toMatchObject({ code: 0 });
    expect(await place.read()).toEqual(made.slice(1));
  });
});

describe('with master keys that are not the right ones', { timeout: 120_000 }, () => {
  it.each([
    ['missing', [], 'needs master key "2", which'],
    ['another’s', ['2'], 'was made with another master key "2" than that of'],
  ])('the server does not start: %s', async (_name, ids, words) => {
    for (const extra of [['make'], []]) await end(spawnChild(path.join(here, 'rotate-keys.ts'), extra));
    const file = path.join(dataFolder, 'secrets.json');
    const secrets = JSON.parse(readFileSync(file, 'utf8'));
    const other = (id: string) => `${id}:${systemRandom.bytes(32).toString('base64')}`;
    writeFileSync(file, JSON.stringify({ ...secrets, masterKeys: [other('1'), ...ids.map(other)] }));
    const server = spawnChild(path.join(here, 'main.ts'), ['serve', 'api']);
    let said = '';
    server.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    expect(await end(server)).toMatchObject({ code: 1 });
    expect(said.trim().split('\n')).toEqual([expect.stringContaining(words)]);
  });
});

function spawnChild(file: string, words: string[] = []): ChildProcess {
  const child = spawn(process.execPath, [file, ...words], { env: { ...env, PORT: '0' }, stdio: 'pipe' });
  children.push(child);
  return child;
}

function startWriter(): { child: ChildProcess; people: string[]; errors: string[] } {
  const child = spawnChild(script('write-people'));
  const writer = { child, people: [] as string[], errors: [] as string[] };
  if (child.stdout === null) throw new Error('the writer has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { personId, error } = JSON.parse(line);
    if (error === undefined) writer.people.push(personId);
    else writer.errors.push(error);
  });
  return writer;
}

function end(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
}

/** What everybody wrote, opened with the keys of the file as it is now and nothing that was remembered. */
async function readAll(): Promise<Map<string, string>> {
  const ring = openKeyring(systemRandom, masterKeysFile({ dataFolder, masterKeyFile: undefined }).read);
  const keys = await keyRows<{ person_id: string; master_key_id: string; wrapped_key: Buffer }>(
    'SELECT * FROM person_key',
  );
  const rows = await query<{ id: string; access_number_sealed: Buffer }>(
    database.owner,
    'SELECT * FROM person',
  );
  const sealed = new Map(rows.map((row) => [row.id, row.access_number_sealed]));
  const read = new Map<string, string>();
  for (const { person_id, master_key_id, wrapped_key } of keys) {
    const content = sealed.get(person_id);
    if (content === undefined) continue;
    const key = await ring.unwrap(master_key_id, `person_key.wrapped_key:${person_id}`, wrapped_key);
    read.set(
      person_id,
      unseal(key, { table: 'person', column: 'access_number_sealed', row: person_id }, content).toString(),
    );
  }
  return read;
}

const keyRows = <Row>(statement: string) => query<Row>(database.keysOwner, statement);

async function query<Row>(login: TestPostgres['owner'], statement: string): Promise<Row[]> {
  const client = new Client(login);
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

function url({ host, user, password, database: name }: TestPostgres['owner']): string {
  return `postgresql://${user}:${password}@localhost/${name}?host=${encodeURIComponent(host)}`;
}
