import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {} from '@homeward/core/testing';
import { createTestDatabase } from '@homeward/db/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  postgresOf,
  runServer,
  type ServerOptions,
  type StartedServer,
  startServer,
} from '../testing/start-server.ts';
import { keepSecrets } from './secrets.ts';

const command = ['serve', 'api'];
let dataFolder: string;
const servers: StartedServer[] = [];

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'homeward-server-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('the server', { timeout: 180_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops in good order on %s, its PostgreSQL included',
    async (signal) => {
      const server = await start({ dataFolder, command });
      expect(await (await fetch(`${server.url}/readyz`)).text()).toBe('ready');
      const postgres = postgresOf(dataFolder) ?? 0;
      expect(() => process.kill(postgres, 0)).not.toThrow();

      expect(await server.stop(signal)).toBe(0);
      expect(() => process.kill(postgres, 0)).toThrow('ESRCH');
      expect(postgresOf(dataFolder)).toBeUndefined();
      await expect(fetch(`${server.url}/readyz`)).rejects.toThrow();
    },
  );

  it('takes several requests to stop, as Ctrl-C under npm sends them, for one', async () => {
    const server = await start({ dataFolder, command });
    process.kill(server.pid, 'SIGINT');
    process.kill(-server.pid, 'SIGINT');
    expect(await server.stop('SIGINT')).toBe(0);
  });

  it('refuses a second instance on its data folder in one line that names it', async () => {
    const server = await start({ dataFolder, command });
    const second = await runServer({ dataFolder, command });
    expect(second.code).toBe(1);
    expect(second.output.trim().split('\n').at(-1)).toContain(`(process ${server.pid})`);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('starts again after kill -9 of everything', async () => {
    const server = await start({ dataFolder, command });
    await servers.splice(0)[0]?.kill();
    await expect(fetch(`${server.url}/readyz`)).rejects.toThrow();
    const next = await start({ dataFolder, command });
    expect(next.output()).toContain('migrations: none missing');
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
  });

  it('says in one line that its port is taken, and leaves nothing running', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? `${address?.port}` : '';
    const refused = await runServer({ dataFolder, command, env: { PORT: port } });
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.output.trim().split('\n').at(-1)).toBe(
      `Port ${port} is in use: stop what uses it, or set PORT to another.`,
    );
    expect(postgresOf(dataFolder)).toBeUndefined();
  });

  it('ends, and says so, when its PostgreSQL is killed under it', async () => {
    const server = await start({ dataFolder, command });
    process.kill(postgresOf(dataFolder) ?? 0, 'SIGKILL');
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('The embedded PostgreSQL ended.');
  });

  it('runs API and worker apart on a database of the operator’s own, on a login that row-level security binds', async () => {
    const { owner, app, keysOwner, keys, drop } = await createTestDatabase(inject('postgres'));
    const url = ({ host, user, password, database }: typeof owner) =>
      `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`;
    await keepSecrets({ dataFolder, masterKeyFile: undefined, isNew: true });
    const keysEnv = { KEYS_DATABASE_URL: url(keys) };
    const env = {
      DATABASE_URL: url(owner),
      DATABASE_OWNER_URL: url(owner),
      KEYS_DATABASE_OWNER_URL: url(keysOwner),
      ...keysEnv,
    };
    const refused = await runServer({ dataFolder, command, env });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('owns tables');
    const one = await runServer({
      dataFolder,
      command,
      env: { ...env, DATABASE_URL: url(app), KEYS_DATABASE_URL: url(app) },
    });
    expect(one).toMatchObject({
      code: 1,
      output: expect.stringContaining('the same database as DATABASE_URL'),
    });

    const server = await start({ dataFolder, command, env: { ...env, DATABASE_URL: url(app) } });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(postgresOf(dataFolder)).toBeUndefined();

    const worker = await start({
      dataFolder,
      command: ['work'],
      env: { DATABASE_URL: url(app), ...keysEnv },
    });
    expect(await worker.stop()).toBe(0);
    expect(await server.stop()).toBe(0);
    await drop();
  });
});

async function start(options: ServerOptions): Promise<StartedServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}
