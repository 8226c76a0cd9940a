import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type StartedServer, startServer } from '../testing/start-server.ts';
import { keepHeaders, tracesIn } from './traces.ts';

/**
 * Playwright's `test` with a real server on its own data, filled with the demo; one for each worker. When the worker is
 * done, what the server wrote, the headers that it sent and its whole data folder are searched for canaries.
 */
export const test = base.extend<
  { serverOutput: undefined },
  { server: StartedServer; dataFolder: string; headersKept: undefined }
>({
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
      expect(await tracesIn(dataFolder, server.output())).toEqual([]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  headersKept: [
    async ({ browser }, use) => {
      keepHeaders(browser);
      await use(undefined);
    },
    { scope: 'worker', auto: true },
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

export { expect };
