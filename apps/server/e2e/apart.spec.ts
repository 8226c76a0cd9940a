import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../testing/start-server.ts';
import { expect, test } from './fixtures.ts';

test('the portal shows the same over the network, when the API runs apart', async ({ page, server }) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'homeward-apart-'));
  const portal = await startServer({
    dataFolder,
    command: ['serve', 'portal'],
    env: { API_URL: server.url },
  });
  try {
    await page.goto(`${portal.url}/en/counsellors`);
    await expect(page.getByText('Mali').first()).toBeVisible();
    expect((await page.request.get(`${portal.url}/readyz`)).status()).toBe(404);
  } finally {
    await portal.stop();
    await rm(dataFolder, { recursive: true });
  }
});
