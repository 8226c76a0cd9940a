import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedLogins, prepareRoles, startEmbeddedPostgres } from '../src/embedded/index.ts';
import { migrate } from '../src/index.ts';
import { MARKS, searchFolder } from './canary/index.ts';

/** A PostgreSQL of a test run, with its databases migrated: test files copy these instead of migrating again. */
export type TestPostgres = EmbeddedLogins;

declare module 'vitest' {
  interface ProvidedContext {
    /** The one PostgreSQL of this test run. */
    postgres: TestPostgres;
  }
}

/**
 * Starts one PostgreSQL for a whole run, in a folder that `stop` throws away. Before that it searches the whole of it
 * (tables, write-ahead log, server log) for the canaries of tests, and throws when it finds one.
 */
export async function startTestPostgres(): Promise<TestPostgres & { stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'homeward-test-'));
  const { owner, app, keysOwner, keys, stop } = await startEmbeddedPostgres({ folder, durable: false });
  const stopAndRemove = async () => {
    await stop();
    try {
      const found = await searchFolder(folder, MARKS);
      if (found.length > 0)
        throw new Error(`personal values lie open in the data folder:\n${found.join('\n')}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  try {
    await migrate(owner);
    await prepareRoles(owner);
    await migrate(keysOwner, 'keys');
    await prepareRoles(keysOwner, keys.user, 'homeward_key_keeper');
  } catch (error) {
    await stopAndRemove();
    throw error;
  }
  return { owner, app, keysOwner, keys, stop: stopAndRemove };
}
