import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRunningPostgres } from '@homeward/db/embedded';
import { embeddedFolder } from '../src/database/find-database.ts';
import { type StartedServer, startServer } from '../testing/start-server.ts';

export type Postgres = NonNullable<Awaited<ReturnType<typeof findRunningPostgres>>>;

/** Runs a benchmark against the real server, a process of its own on a data folder of its own that is thrown away. */
export async function withServer(
  options: { command: string[]; env?: Record<string, string> },
  run: (server: StartedServer, postgres: Postgres) => Promise<void>,
): Promise<void> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'homeward-bench-'));
  const server = await startServer({ dataFolder, ...options });
  try {
    const postgres = await findRunningPostgres(embeddedFolder(dataFolder));
    if (postgres === undefined) throw new Error('the PostgreSQL of the server was not found');
    await run(server, postgres);
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
