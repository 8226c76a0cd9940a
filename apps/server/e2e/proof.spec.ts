import { canary } from '@homeward/db/testing/canary';
import type { Page } from '@playwright/test';
import { asOwner } from '../testing/as-owner.ts';
import { expect, test } from './fixtures.ts';
import { giveCode, newPerson, signInAs, submit } from './people.ts';

/** As if whoever is signed in had proved who they are some minutes ago. */
const letProofsGrowOld = (dataFolder: string, minutes: number) =>
  asOwner(dataFolder, (owner) =>
    owner.query(`UPDATE session SET proved_at = now() - make_interval(mins => $1)`, [minutes]),
  );

async function writeContact(page: Page, address: string): Promise<void> {
  await page.goto('/en/account/contact');
  const fold = page.locator('details.fold');
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  await page.locator('input[name=channel][value=call]').check({ force: true });
  await page.locator('input[name=address]').fill(address);
  for (const day of ['TU', 'SA']) await page.locator(`input[name=days][value=${day}]`).check({ force: true });
  await page.locator('select[name=from]').selectOption('10:00');
}

const saveContact = (page: Page) => page.getByRole('button', { name: 'Use this' }).click();

test('what a person typed goes on after a fresh proof, stands in no address, and a change is shown where they look', async ({
  browser,
  server,
  dataFolder,
}) => {
  const passphrase = canary('passphrase');
  const person = await newPerson({ browser, baseURL: server.url, passphrase });
  await writeContact(person, '+66 81 234 5678');
  await letProofsGrowOld(dataFolder, 20);
  const asked = person.waitForResponse((response) => response.request().method() === 'POST');
  await saveContact(person);
  expect((await asked).status()).toBe(403);
  await expect(person.getByRole('heading', { name: 'Is it still you?' })).toBeVisible();
  expect(person.url()).toBe(`${server.url}/en/account/contact`);
  await person.locator('input[type=password]').fill('not this one, surely');
  await submit(person);
  await expect(person.locator('.summary')).toContainText('This passphrase is not right');
  await person.getByRole('button', { name: 'Show what I type' }).click();
  await person.locator('input[autocomplete=current-password]').fill(passphrase);
  await submit(person);
  await person.waitForURL('**/account/contact?done');
  await expect(person.locator('main .card', { hasText: 'How we may reach you' }).first()).toContainText(
    '+… 678',
  );
  await expect(person.locator('main .card', { hasText: 'How we may reach you' }).first()).toContainText(
    'Tuesday and Saturday, 10:00–17:00',
  );
  expect(await person.content()).not.toContain(passphrase);

  await writeContact(person, '+66 81 234 5999');
  await saveContact(person);
  await person.waitForURL('**/account/contact?done');
  for (const path of ['/en/account', '/en/appointments']) {
    await person.goto(path);
    await expect(person.locator('main .note')).toContainText('Your safe contact changes on');
  }
  await person.getByRole('button', { name: 'Undo the change' }).click();
  await person.waitForURL('**/account/contact?done');
  await expect(person.locator('main .card', { hasText: 'How we may reach you' }).first()).toHaveCount(1);
  await person.goto('/en/appointments');
  await expect(person.locator('main .note')).toHaveCount(0);
});

test('a page asks for a proof before its form, also when the one before is about to run out', async ({
  browser,
  server,
  dataFolder,
}) => {
  const passphrase = canary('passphrase');
  const person = await newPerson({ browser, baseURL: server.url, passphrase });
  await letProofsGrowOld(dataFolder, 8);
  await person.goto('/en/account/card');
  await person.waitForURL('**/account/confirm?next=*');
  await person.locator('input[type=password]').fill(passphrase);
  await submit(person);
  await person.waitForURL('**/en/account/card');
  await letProofsGrowOld(dataFolder, 6);
  await person.reload();
  expect(new URL(person.url()).pathname).toBe('/en/account/card');
});

test('what a counsellor typed goes on after a fresh code, and a stranger’s form gets no such page', async ({
  browser,
  server,
  dataFolder,
}) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, server.url, 'aye-chan');
  await page.goto('/en/care/urgent');
  const note = 'Somebody rang.\nTheir "time" must move.';
  await page.locator('input[name=reference]').fill('A-000000');
  await page.locator('input[name=on]').fill('2026-12-01');
  await page.locator('input[name=reason][value=person-asked]').check({ force: true });
  await page.locator('textarea[name=note]').fill(note);
  await letProofsGrowOld(dataFolder, 20);
  await submit(page);
  await expect(page.getByRole('heading', { name: 'Is it still you?' })).toBeVisible();
  await giveCode(page, server.url, 'aye-chan');
  await expect(page.locator('.summary')).toBeVisible();
  await expect(page.locator('textarea[name=note]')).toHaveValue(note);
  await expect(page.locator('input[name=reason][value=person-asked]')).toBeChecked();

  const foreign = await page.request.post('/en/care/urgent', {
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    form: { note },
  });
  expect(foreign.status()).toBe(403);
  expect(await foreign.text()).not.toContain('Somebody rang');
  for (const path of ['/proof', '/en/proof']) expect((await page.goto(path))?.status()).toBe(404);
});

test('what is printed leads here, whatever host a request names', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, server.url, 'nok');
  const make = async (headers: Record<string, string>) => {
    const response = await page.request.post('/en/admin/codes', {
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      form: { label: 'Table', codes: '1', usesEach: '1', lastsDays: '7' },
    });
    expect(response.status()).toBe(200);
    const text = await response.text();
    return {
      address: /class="address">([^<]+)</.exec(text)?.[1],
      picture: /<path d="(M[^"]+)"/.exec(text)?.[1],
      text,
    };
  };
  const ours = await make({});
  const forged = await make({ host: 'evil.example', 'x-forwarded-host': 'evil.example' });
  expect(forged.address).toBe(`${new URL(server.url).host}/account/code`);
  expect(forged.picture).toBe(ours.picture);
  expect(forged.text).not.toContain('evil.example');
});
