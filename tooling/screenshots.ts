// `npm run screenshots`: starts the real server on a folder of its own with the demo, and takes the pictures of the README.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startServer } from '../apps/server/testing/start-server.ts';
import { demoCode } from '../packages/core/src/demo/index.ts';
import { findChromium } from './find-chromium.mjs';

const OUT = path.resolve(import.meta.dirname, '../docs/images');
const PHONE = { width: 360, height: 760 };
const LAPTOP = { width: 1280, height: 800 };

interface Shot {
  name: string;
  viewport: { width: number; height: number };
  /** Goes to the page. */
  open: (page: Page) => Promise<unknown>;
}

const SHOTS: Shot[] = [
  { name: 'home-phone', viewport: PHONE, open: (page) => page.goto('/en') },
  { name: 'home-phone-th', viewport: PHONE, open: (page) => page.goto('/th') },
  { name: 'listings-phone-th', viewport: PHONE, open: (page) => page.goto('/th/listings?topic=housing') },
  { name: 'choose-time-phone', viewport: PHONE, open: chooseTime },
  { name: 'home-laptop', viewport: LAPTOP, open: (page) => page.goto('/en') },
  { name: 'care-hours-laptop', viewport: LAPTOP, open: careHours },
];

async function chooseTime(page: Page): Promise<void> {
  await page.goto('/en/counsellors');
  await page.getByRole('link', { name: 'See times with Mali' }).click();
  await page
    .getByLabel(/Jakarta/)
    .first()
    .check();
  await page.getByRole('button', { name: 'Use this place' }).click();
}

async function careHours(page: Page): Promise<void> {
  await page.goto('/en/care');
  await page.getByLabel('Sign-in name').fill('mali');
  await page.getByLabel('Passphrase', { exact: true }).fill('only for this demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Code').fill(demoCode('mali', Date.now()));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('link', { name: 'Weekly hours' }).click();
  await page.getByRole('heading', { name: 'Weekly hours' }).waitFor();
}

async function take(browser: Browser, baseURL: string, { name, viewport, open }: Shot): Promise<void> {
  const context = await browser.newContext({ baseURL, viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page);
  await page.screenshot({ path: path.join(OUT, `${name}.png`) });
  await context.close();
  process.stdout.write(`docs/images/${name}.png\n`);
}

const dataFolder = await mkdtemp(path.join(tmpdir(), 'homeward-screenshots-'));
const server = await startServer({ dataFolder, env: { HOMEWARD_DEMO: '1' } });
const executablePath = findChromium();
try {
  await mkdir(OUT, { recursive: true });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    args,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  for (const shot of SHOTS) await take(browser, server.url, shot);
  await browser.close();
} finally {
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
