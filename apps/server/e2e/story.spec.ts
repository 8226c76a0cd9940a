import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { canary } from '@homeward/db/testing/canary';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

const CLI = path.resolve(import.meta.dirname, '../../../packages/cli/bin/homeward.mjs');
const FLORIDA = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/legal-aid-illinois-and-florida/examples/florida_data',
);

/** Runs the CLI as a partner would. */
function homeward(
  words: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [CLI, ...words], { env: { PATH: process.env.PATH, ...env } });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

async function bookWithMali(page: Page): Promise<{ startsAt: string }> {
  await page.goto('/en/counsellors');
  await page.getByRole('link', { name: 'See times with Mali' }).click();

  // The zone is asked, never guessed.
  if (await page.getByRole('heading', { name: 'Where are you?' }).isVisible()) {
    await page
      .getByLabel(/Jakarta/)
      .first()
      .check();
    await page.getByRole('button', { name: 'Use this place' }).click();
  }
  await expect(page.getByText('Times are shown for Jakarta')).toBeVisible();
  const time = page.locator('input[type=radio][name=startsAt]').first();
  const startsAt = (await time.getAttribute('value')) ?? '';
  await time.check({ force: true });
  await page.getByLabel('Phone', { exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Go on' }).click();

  await expect(page.getByRole('heading', { name: 'Get your own number' })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(canary('passphrase'));
  await page.getByRole('button', { name: 'Get my number' }).click();

  await expect(page.getByRole('heading', { name: 'Keep this number' })).toBeVisible();
  await expect(page.getByText(/^\d{4} \d{3} \d{3} \d{3}$/)).toBeVisible();
  await page.getByRole('button', { name: 'I have kept it' }).click();

  await expect(page.locator(`input[name=startsAt][value="${startsAt}"]`)).toBeChecked();
  await page.getByRole('button', { name: 'Keep this time' }).click();
  await page.getByRole('button', { name: 'Book this time' }).first().click();
  await expect(page.getByText('Your time is kept.')).toBeVisible();
  await expect(page.getByText('+66 2 555 0142')).toBeVisible();
  return { startsAt };
}

async function seeAsMali(
  browser: Browser,
  baseURL: string,
  javaScriptEnabled: boolean,
  startsAt: string,
): Promise<void> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled });
  const page = await context.newPage();
  await signInAs(page, baseURL, 'mali');
  const day = new Date(startsAt).toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' });
  await page.goto(`/en/care?date=${day}`);
  await page
    .getByRole('link', { name: /^A-\d{4}/ })
    .first()
    .click();
  await expect(page.getByText('This is all that was given. Nothing else is kept.')).toBeVisible();
  await expect(page.getByText('Phone', { exact: true })).toBeVisible();
  await context.close();
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('what a partner publishes is found, and a person books, is seen, cancels, and the time is free again', async ({
      page,
      browser,
      server,
    }) => {
      test.skip(!existsSync(FLORIDA), 'the test data is not beside the repository');
      const apiKey = /API key, shown only now: (\S+)/.exec(server.output())?.[1] ?? '';
      const { output } = await homeward(['sync', FLORIDA, '--country', 'US'], {
        HOMEWARD_API_KEY: apiKey,
        HOMEWARD_BASE_URL: server.url,
      });
      expect(output).toMatch(/129/);

      await page.goto('/en');
      await page.getByRole('searchbox').first().fill('Americans for Immigrant Justice');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('link', { name: 'Immigration' }).first().click();
      await expect(page.getByText('Americans for Immigrant Justice').first()).toBeVisible();

      const { startsAt } = await bookWithMali(page);
      const booked = page.url();
      await seeAsMali(browser, server.url, javaScriptEnabled, startsAt);

      await page.goto(booked);
      await page.getByRole('link', { name: 'Cancel this appointment' }).click();
      await page.getByRole('button', { name: 'Yes, cancel it' }).click();
      await expect(page.getByText('It is cancelled.')).toBeVisible();

      await page.goto('/en/counsellors');
      await page.getByRole('link', { name: 'See times with Mali' }).click();
      await expect(page.locator(`input[name=startsAt][value="${startsAt}"]`)).toHaveCount(1);
    });
  });
}
