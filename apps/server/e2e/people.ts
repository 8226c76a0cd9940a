import { DEMO_PASSPHRASE, demoCode } from '@homeward/core/demo';
import { canary } from '@homeward/db/testing/canary';
import { type Browser, expect, type Page } from '@playwright/test';
import { watch } from './traces.ts';

interface Options {
  browser: Browser;
  baseURL: string;
  locale?: string;
  javaScriptEnabled?: boolean;
  passphrase?: string;
}

/** Presses the one main button of a page's form. */
export const submit = (page: Page): Promise<void> => page.locator('main form button.btn').first().click();

/** Says nothing more about a time that is kept, and books it. */
export async function bookKept(page: Page): Promise<void> {
  await page.waitForURL('**/book?*');
  await submit(page);
  await page.waitForURL('**/appointments/**');
}

/** A new person who has kept their number and chosen the first zone that is offered, on a phone of their own. */
export async function newPerson({
  browser,
  baseURL,
  locale = 'en',
  javaScriptEnabled = false,
  passphrase = canary('passphrase'),
}: Options): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(`/${locale}/account/new`);
  await page.locator('input[name=passphrase]').fill(passphrase);
  await submit(page);
  await page.waitForURL('**/account/keep*');
  watch((await page.locator('main').innerText()).match(/\d{4} \d{3} \d{3} \d{3}/)?.[0]);
  await submit(page);
  await page.waitForURL((url) => !url.pathname.endsWith('/keep'));
  await page.goto(`/${locale}/zone`);
  await page.locator('main input[type=radio]').first().check({ force: true });
  await submit(page);
  await page.waitForURL((url) => !url.pathname.endsWith('/zone'));
  return page;
}

const STEP_MS = 30_000;
const lastSteps = new Map<string, number>();

/** A code that the app of somebody in the demo shows about now, and that this run has not used yet: each is taken once. */
async function unusedCode(baseURL: string, name: string): Promise<string> {
  const account = `${baseURL} ${name}`;
  const next = (lastSteps.get(account) ?? 0) + 1;
  const now = () => Math.floor(Date.now() / STEP_MS);
  // The one after the current one is taken too; what comes later has to come nearer first.
  await expect.poll(() => next - now(), { timeout: 3 * STEP_MS }).toBeLessThanOrEqual(1);
  const step = Math.max(next, now());
  lastSteps.set(account, step);
  return demoCode(name, step * STEP_MS);
}

/** Types the code that the app of somebody in the demo shows now, where it is asked for. */
export async function giveCode(page: Page, baseURL: string, name: string): Promise<void> {
  await page.locator('input[name$=code]').fill(await unusedCode(baseURL, name));
  await submit(page);
}

/** Signs somebody of the demo in, second step included, and waits for the page that follows. */
export async function signInAs(page: Page, baseURL: string, name: string, locale = 'en'): Promise<void> {
  await page.goto(`/${locale}/care/sign-in`);
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=passphrase]').fill(DEMO_PASSPHRASE);
  await submit(page);
  await page.waitForURL('**/care/second-step');
  await giveCode(page, baseURL, name);
  await page.waitForURL((url) => !url.pathname.endsWith('/second-step'));
}

/** The demo's counsellor Mali, signed in. */
export async function mali({
  browser,
  baseURL,
  locale = 'en',
  javaScriptEnabled = false,
}: Options): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  await signInAs(page, baseURL, 'mali', locale);
  return page;
}
