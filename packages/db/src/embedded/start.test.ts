import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBinaries, linkLibraries } from './binaries.ts';
import { CannotStart, type Connection, findRunningPostgres, startEmbeddedPostgres } from './index.ts';

const timeout = 120_000;
let base: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'homeward-embedded-'));
});
afterEach(async () => {
  for (const child of children) child.kill('SIGTERM');
  await childrenEnded();
  rmSync(base, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', { timeout }, () => {
  it('keeps what was written across a stop and a start, for two logins that cannot bypass anything', async () => {
    const folder = path.join(base, 'data');
    const first = await startEmbeddedPostgres({ folder });
    await query(first.owner, 'CREATE TABLE kept (word text)');
    await query(first.owner, "INSERT INTO kept VALUES ('still here')");
    await first.stop();

    const second = await startEmbeddedPostgres({ folder });
    expect(await query(second.owner, 'SELECT word FROM kept')).toEqual([{ word: 'still here' }]);
    const powers = 'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user';
    for (const login of [second.owner, second.app]) {
      expect(await query(login, powers)).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    }
    await expect(query(second.app, 'SELECT word FROM kept')).rejects.toThrow('permission denied');
    await second.stop();
  });

  it('keeps keys in a database that the application’s login to the data can’t reach, nor the other way round', async () => {
    const folder = path.join(base, 'data');
    const postgres = await startEmbeddedPostgres({ folder });
    const { app, keys } = postgres;
    expect(await query(keys, 'SELECT current_database() AS name')).toEqual([{ name: 'homeward_keys' }]);
    for (const login of [
      { ...app, database: keys.database },
      { ...keys, database: app.database },
    ])
      await expect(query(login, 'SELECT 1')).rejects.toThrow('permission denied for database');
    await postgres.stop();
  });

  it('makes the key store’s login in a folder from before there was one', async () => {
    const folder = path.join(base, 'data');
    const first = await startEmbeddedPostgres({ folder });
    await query({ ...first.owner, database: 'postgres' }, 'DROP DATABASE homeward_keys');
    await first.stop();
    const file = path.join(folder, 'passwords.json');
    const { homeward_keys: _, ...before } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(before));
    const again = await startEmbeddedPostgres({ folder });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(before);
    expect(await query(again.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await again.stop();
  });

  it('is durable, listens on no network, and lets nobody in without its password', async () => {
    const folder = path.join(base, 'data');
    const postgres = await startEmbeddedPostgres({ folder });
    const asked = await query(
      postgres.app,
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') ORDER BY name`,
    );
    expect(asked.map((row) => Object.values(row))).toEqual([
      ['fsync', 'on'],
      ['full_page_writes', 'on'],
      ['listen_addresses', ''],
      ['synchronous_commit', 'on'],
    ]);
    await expect(query({ ...postgres.app, password: 'wrong' }, 'SELECT 1')).rejects.toThrow('password');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(postgres.app.host).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'passwords.json')).mode & 0o777).toBe(0o600);
    await postgres.stop();
  });

  it('starts in a folder whose path is far longer than a socket may have', async () => {
    const folder = path.join(
      base,
      ...Array.from({ length: 8 }, (_, depth) => `${depth}-${'deep'.repeat(10)}`),
    );
    const postgres = await startEmbeddedPostgres({ folder });
    expect(await query(postgres.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  it('refuses a second instance on the folder in one line that names the first', async () => {
    const folder = path.join(base, 'data');
    const holder = await hold(folder, 'first');
    const refusal = await startEmbeddedPostgres({ folder }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CannotStart);
    expect(String(refusal)).toContain(`process ${holder.node}`);
    expect(String(refusal)).not.toContain('\n');
    const running = await findRunningPostgres(folder);
    expect(running && (await query(running.owner, 'SELECT word FROM kept'))).toEqual([{ word: 'first' }]);
  });

  it.each(['node alone', 'node and postgres', 'node and the watcher that would stop postgres'])(
    'starts again with every committed row after kill -9 of %s',
    async (victim) => {
      const folder = path.join(base, 'data');
      const holder = await hold(folder, 'committed');
      if (victim.includes('watcher')) {
        const watchers = watchersOf(holder.postgres);
        expect(watchers).not.toEqual([]);
        for (const pid of watchers) process.kill(pid, 'SIGKILL');
      }
      process.kill(holder.node, 'SIGKILL');
      if (victim.includes('and postgres')) process.kill(holder.postgres, 'SIGKILL');

      const next = await startEmbeddedPostgres({ folder });
      expect(next.pid).not.toBe(holder.postgres);
      expect(await query(next.owner, 'SELECT word FROM kept')).toEqual([{ word: 'committed' }]);
      await next.stop();
    },
  );

  it('is not fooled by a stale note whose process id now belongs to another program', async () => {
    const folder = path.join(base, 'data');
    const first = await startEmbeddedPostgres({ folder });
    await first.stop();
    writeFileSync(
      path.join(folder, 'cluster/postmaster.pid'),
      `${process.pid}\n${folder}/cluster\n0\n5432\n\n\n\nready\n`,
    );
    const second = await startEmbeddedPostgres({ folder });
    expect(await query(second.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('is not ruined by an older one whose folder was deleted while it ran', async () => {
    const folder = path.join(base, 'data');
    const holder = await hold(folder, 'deleted');
    rmSync(folder, { recursive: true });
    const postgres = await startEmbeddedPostgres({ folder });
    expect(() => process.kill(holder.postgres, 0)).toThrow('ESRCH');
    await childrenEnded();
    await postgres.stop();
    const again = await startEmbeddedPostgres({ folder });
    expect(await query(again.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await again.stop();
  });

  it('leaves neither a process nor a socket behind when it stops', async () => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(base, 'data') });
    await postgres.stop();
    await postgres.ended;
    expect(() => process.kill(postgres.pid, 0)).toThrow('ESRCH');
    expect(() => statSync(postgres.app.host)).toThrow('ENOENT');
  });
});

describe('the library links', () => {
  it('are made when missing, also by several at once', async () => {
    const { postgres } = await findBinaries();
    const native = path.dirname(path.dirname(postgres));
    cpSync(path.join(native, 'pg-symlinks.json'), path.join(base, 'native/pg-symlinks.json'));
    cpSync(path.join(native, 'bin/pg_ctl'), path.join(base, 'native/lib/pg_ctl'));
    await Promise.all(Array.from({ length: 8 }, () => linkLibraries(base)));
    const links = readdirSync(path.join(base, 'native/lib')).filter((name) => name.startsWith('libpq.so'));
    expect(links).toContain('libpq.so.5');
    expect(readlinkSync(path.join(base, 'native/lib/libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
  });
});

async function childrenEnded(): Promise<void> {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

async function query(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts PostgreSQL in a process of its own, with one row written. */
async function hold(folder: string, word: string): Promise<{ node: number; postgres: number }> {
  const script = path.resolve(import.meta.dirname, '../../testing/hold-postgres.ts');
  const child = spawn(process.execPath, [script, folder, word], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the holder ended before PostgreSQL was up');
}

/** The shell that waits beside PostgreSQL for Node to die: in its process group, not of its children. */
function watchersOf(postgres: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,pgid=,comm='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows
    .filter(([, group, name]) => Number(group) === postgres && name === 'sh')
    .map(([pid]) => Number(pid));
}
