import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Connection, startEmbeddedPostgres } from '../src/embedded/index.ts';
import { prepareTemplate } from './prepare-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The one PostgreSQL of this test run. Each test file makes its own database from the template. */
    postgres: { owner: Connection; app: Connection };
  }
}

/** Starts one PostgreSQL for the whole run, in a folder that is thrown away at its end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'homeward-test-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: false });
  const tearDown = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await prepareTemplate(postgres.owner);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('postgres', { owner: postgres.owner, app: postgres.app });
  return tearDown;
}
