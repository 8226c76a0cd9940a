import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { type StartedServer, startServer } from '../testing/start-server.ts';

/** Playwright's `test` with a real server on its own data, filled with the demo; one for each worker. */
export const test = base.extend<{ serverOutput: undefined }, { server: StartedServer; dataFolder: string }>({
  dataFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'homeward-e2e-'));
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ dataFolder }, use) => {
      const server = await startServer({ dataFolder, env: { HOMEWARD_DEMO: '1' } });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  serverOutput: [
    async ({ server }, use, info) => {
      await use(undefined);
      if (info.status !== info.expectedStatus) await info.attach('server', { body: server.output() });
    },
    { auto: true },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
});

export { expect } from '@playwright/test';
