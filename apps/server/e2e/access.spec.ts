import { canary, canaryPhone } from '@homeward/db/testing/canary';
import type { Browser, Page } from '@playwright/test';
import { asOwner } from '../testing/as-owner.ts';
import { expect, test } from './fixtures.ts';
import { giveCode, newPerson, signInAs, submit } from './people.ts';

const CALL_ME = canary('call me');

/** Books the last time that Mali offers, by phone, and says what to be called. Answers its id and its day where Mali is. */
async function bookWithMali(page: Page): Promise<{ id: string; day: string }> {
  await page.goto('/en/counsellors');
  await page.getByRole('link', { name: 'See times with Mali' }).click();
  const time = page.locator('input[name=startsAt]').last();
  const startsAt = (await time.getAttribute('value')) ?? '';
  await time.check({ force: true });
  await page.locator('input[name=modality][value=phone]').check({ force: true });
  await submit(page);
  await page.waitForURL('**/book?*');
  await expect(page.locator('main')).toContainText('a colleague can open it; you would see that');
  await page.locator('input[name=callMe]').fill(CALL_ME);
  await submit(page);
  await page.waitForURL('**/appointments/*');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return { id, day: new Date(startsAt).toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' }) };
}

async function staffPage(browser: Browser, baseURL: string, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, baseURL, name);
  return page;
}

/** As if whoever is signed in had proved who they are twenty minutes ago. */
const letProofsGrowOld = (dataFolder: string) =>
  asOwner(dataFolder, (owner) =>
    owner.query(`UPDATE session SET proved_at = proved_at - interval '20 minutes'`),
  );

test('a person sees who looked, also when it was urgent, and ends it', async ({
  browser,
  server,
  dataFolder,
}) => {
  const person = await newPerson({ browser, baseURL: server.url });
  const phone = canaryPhone();
  await sayHowToReach(person, phone);
  const { id, day } = await bookWithMali(person);

  const mali = await staffPage(browser, server.url, 'mali');
  await mali.goto(`/en/care/appointments/${id}`);
  await expect(mali.locator('main')).toContainText(CALL_ME);
  await expect(mali.locator('body')).not.toContainText(phone);
  const reference = /A-\d+/.exec(await mali.locator('h1').innerText())?.[0] ?? '';
  await person.goto('/en/account/who-looked');
  await expect(person.locator('main li').first()).toContainText('Mali');
  await expect(person.locator('main')).toContainText('Opened your appointment.');

  const colleague = await staffPage(browser, server.url, 'aye-chan');
  expect((await colleague.goto(`/en/care/appointments/${id}`))?.status()).toBe(404);
  await expect(colleague.locator('body')).not.toContainText(CALL_ME);
  await letProofsGrowOld(dataFolder);
  await colleague.goto('/en/care/urgent');
  await colleague.waitForURL('**/care/confirm?next=*');
  await giveCode(colleague, server.url, 'aye-chan');
  await colleague.waitForURL('**/care/urgent');
  await openUrgently(colleague, { reference, day });
  await expect(colleague.locator('main')).toContainText(CALL_ME);
  await expect(colleague.locator('main .note').first()).toContainText('Open until');
  await expect(colleague.locator('main')).toContainText(phone);
  const opened = colleague.url();

  await person.goto('/en/account/who-looked');
  await expect(person.locator('main')).toContainText('Aye Chan');
  await expect(person.locator('main')).toContainText('Saw how you may be reached.');
  await expect(person.locator('main')).toContainText('could not be reached');
  await expect(person.locator('main')).toContainText('Mali is ill today');

  const admin = await staffPage(browser, server.url, 'nok');
  await admin.goto('/en/care/urgent/log');
  const row = admin.getByRole('row').filter({ hasText: reference });
  await expect(row).toContainText('Aye Chan');
  await expect(row).toContainText('New');
  await expect(admin.locator('body')).not.toContainText(CALL_ME);
  await admin.getByRole('button', { name: 'I have seen these' }).click();
  await expect(row).not.toContainText('New');

  await asOwner(dataFolder, (owner) =>
    owner.query(`UPDATE break_glass SET until = at + interval '1 second'`),
  );
  expect((await colleague.goto(opened))?.status()).toBe(404);

  await person.goto('/en/account/who-looked');
  await person.getByRole('link', { name: 'Stop seeing Mali' }).click();
  await submit(person);
  await expect(person.getByRole('status')).toContainText('They no longer see what you wrote.');
  await mali.goto(`/en/care/appointments/${id}`);
  await expect(mali.locator('body')).not.toContainText(CALL_ME);
  await mali.goto(`/en/care?date=${day}`);
  await expect(mali.locator('body')).not.toContainText(CALL_ME);
});

async function sayHowToReach(page: Page, phone: string): Promise<void> {
  await page.goto('/en/account/contact');
  await page.locator('input[name=channel][value=call]').check({ force: true });
  await page.locator('input[name=address]').fill(phone);
  await page.locator('input[name=days]').first().check({ force: true });
  await page.getByRole('button', { name: 'Use this' }).click();
  await page.waitForURL('**/account/contact?done');
}

async function openUrgently(
  page: Page,
  { reference, day }: Record<'reference' | 'day', string>,
): Promise<void> {
  await page.locator('input[name=reference]').fill(reference);
  await page.locator('input[name=on]').fill(day);
  await submit(page);
  await expect(page.locator('.summary')).toBeVisible();
  await page.locator('input[name=reason][value=colleague-unreachable]').check({ force: true });
  await page.locator('textarea[name=note]').fill('Mali is ill today and the time must move.');
  await submit(page);
  await page.waitForURL(/\/care\/urgent\/[0-9a-f-]{36}$/);
}

test('what matters asks a person again after a while, and goes on where they were', async ({
  browser,
  server,
  dataFolder,
}) => {
  const passphrase = canary('passphrase');
  const person = await newPerson({ browser, baseURL: server.url, passphrase });
  const prove = async () => {
    await person.waitForURL('**/account/confirm?next=*');
    await person.locator('input[type=password]').fill('not this one, surely');
    await submit(person);
    await expect(person.locator('.summary')).toBeVisible();
    await person.locator('input[type=password]').fill(passphrase);
    await submit(person);
  };

  await person.goto('/en/account/data');
  await letProofsGrowOld(dataFolder);
  await person.locator('form[action$="/take"] button').click();
  await prove();
  await person.waitForURL('**/en/account/data');
  const [file] = await Promise.all([
    person.waitForEvent('download'),
    person.locator('form[action$="/take"] button').click(),
  ]);
  expect(file.suggestedFilename()).toBe('page.zip');

  await letProofsGrowOld(dataFolder);
  await person.goto('/en/account/card');
  await prove();
  await person.waitForURL('**/en/account/card');
  await submit(person);
  await expect(person.locator('.paper')).toBeVisible();
});
