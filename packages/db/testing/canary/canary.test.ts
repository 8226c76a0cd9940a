import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../create-test-database.ts';
import { openFinder } from './open-finder.ts';
import { searchDatabase } from './search-database.ts';
import { searchFolder } from './search-folder.ts';

// Not the mark of the real canaries: this run, too, is searched for those.
const PLANTED = 'planted-by-a-test';
const LONG = Buffer.from(`before ${PLANTED} after`);

const utf16le = Buffer.from(LONG.toString(), 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
const ENCODED: [string, Buffer][] = [
  ['utf-8', LONG],
  ['utf-16le', utf16le],
  ['utf-16be', utf16be],
  ...(['hex', 'base64', 'base64url'] as const).flatMap((encoding) =>
    [LONG, utf16le, utf16be].flatMap((bytes) =>
      // What stands before decides at which of three places of base64 it begins.
      [0, 1, 2].map((more): [string, Buffer] => [
        `${encoding}, ${more} before`,
        Buffer.from(Buffer.concat([Buffer.alloc(more, 'x'), bytes]).toString(encoding)),
      ]),
    ),
  ),
  ['HEX', Buffer.from(LONG.toString('hex').toUpperCase())],
];

describe.each(ENCODED)('a value that lies there as %s', (_name, bytes) => {
  it('is found', () => {
    expect(openFinder([PLANTED]).find(bytes)).not.toEqual([]);
    expect(openFinder(['not planted here']).find(bytes)).toEqual([]);
  });
});

it('finds a text at the very start and end, and of several each', () => {
  expect(openFinder(['abc', 'xyz']).find(Buffer.from('abc xyz'))).toHaveLength(2);
});

describe('a database', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let owner: Client;
  beforeAll(async () => {
    database = await createTestDatabase(inject('postgres'));
    owner = new Client(database.owner);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it.each([
    ['text', 'v text', PLANTED],
    ['json', 'v jsonb', JSON.stringify({ deep: [PLANTED] })],
    ['a list', 'v text[]', [PLANTED]],
    ['bytes', 'v bytea', LONG],
    ['bytes of UTF-16', 'v bytea', utf16be],
    ['base64 in bytes', 'v bytea', Buffer.from(LONG.toString('base64'))],
    ['hex in text', 'v text', LONG.toString('hex')],
  ])('with a value in %s names the table and the column', async (_name, column, value) => {
    await owner.query(`CREATE SCHEMA side CREATE TABLE planted (id int, ${column})`);
    expect(await searchDatabase(owner, [PLANTED])).toEqual([]);
    await owner.query('INSERT INTO side.planted VALUES (1, NULL), (2, $1)', [value]);
    const found = await searchDatabase(owner, [PLANTED]);
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(/^side\.planted\.v holds planted-by-a-test in /);
    await owner.query('DROP SCHEMA side CASCADE');
  });

  it('with a value in a table of the queue is no exception', async () => {
    await owner.query('BEGIN');
    await owner.query(`INSERT INTO pgboss.job (name, data) VALUES ('outbox', $1)`, [
      JSON.stringify({ planted: PLANTED }),
    ]);
    expect(await searchDatabase(owner, [PLANTED])).toEqual([
      expect.stringMatching(/^pgboss\.\w+\.data holds planted-by-a-test in utf-8$/),
    ]);
    await owner.query('ROLLBACK');
  });
});

it('a folder with a value across two pieces of a large file names the file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'homeward-canary-'));
  try {
    const file = Buffer.alloc(9 * 1024 * 1024);
    file.write(PLANTED, 4 * 1024 * 1024 - 5);
    await writeFile(path.join(folder, 'wal'), file);
    expect(await searchFolder(folder, ['not planted here'])).toEqual([]);
    expect(await searchFolder(folder, [PLANTED])).toEqual(['wal holds planted-by-a-test in utf-8']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
