import { DEMO_PASSPHRASE } from '@homeward/core/demo';
import { canary } from '@homeward/db/testing/canary';
import type { Browser, Page } from '@playwright/test';
import { watch } from './traces.ts';

interface Options {
  browser: Browser;
  baseURL: string;
  locale?: string;
  javaScriptEnabled?: boolean;
}

/** Presses the one main button of a page's form. */
export const submit = (page: Page): Promise<void> => page.locator('main form button.btn').first().click();

/** A new person who has kept their number and chosen the first zone that is offered, on a phone of their own. */
export async function newPerson({
  browser,
  baseURL,
  locale = 'en',
  javaScriptEnabled = false,
}: Options): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(`/${locale}/account/new`);
  await page.locator('input[name=passphrase]').fill(canary('passphrase'));
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
  await page.goto(`/${locale}/care/sign-in`);
  await page.locator('input[name=name]').fill('mali');
  await page.locator('input[name=passphrase]').fill(DEMO_PASSPHRASE);
  await submit(page);
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return page;
}
