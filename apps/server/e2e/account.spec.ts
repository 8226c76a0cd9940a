import { canary } from '@homeward/db/testing/canary';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { bookKept, mali, newPerson, signInAs, submit } from './people.ts';
import { watch } from './traces.ts';

/** A browser of its own, without scripts unless they are asked for. */
async function phone(browser: Browser, baseURL: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    viewport: { width: 360, height: 740 },
  });
  return context.newPage();
}

/** An account with its number and passphrase, kept, without scripts. */
async function knownAccount(page: Page): Promise<{ number: string; passphrase: string }> {
  const passphrase = canary('passphrase');
  await page.goto('/en/account/new');
  await page.locator('input[name=passphrase]').fill(passphrase);
  await submit(page);
  await page.waitForURL('**/account/keep*');
  const number = await page.locator('.number bdi').innerText();
  watch(number);
  await submit(page);
  await page.waitForURL((url) => !url.pathname.endsWith('/keep'));
  return { number, passphrase };
}

async function signIn(
  page: Page,
  { number, passphrase }: { number: string; passphrase: string },
  own = false,
) {
  await page.goto('/en/account/sign-in');
  await page.locator('input[name=number]').fill(number);
  await page.locator('input[name=passphrase]').fill(passphrase);
  if (own) await page.getByLabel('This phone is mine alone').check();
  await submit(page);
}

async function book(page: Page, modality = 'Phone'): Promise<void> {
  await page.goto('/en/counsellors');
  await page.getByRole('link', { name: 'See times with Mali' }).click();
  await page.locator('input[type=radio][name=startsAt]').last().check({ force: true });
  await page.getByLabel(modality, { exact: true }).check({ force: true });
  await submit(page);
}

test('a person sees where they are signed in, ends it there, and a new passphrase ends all the rest', async ({
  browser,
  server,
}) => {
  const first = await phone(browser, server.url);
  const account = await knownAccount(first);
  const own = await phone(browser, server.url);
  await signIn(own, account, true);
  await own.waitForURL('**/appointments');
  const cookies = await own.context().cookies();
  const days =
    ((cookies.find(({ name }) => name === '__Host-s')?.expires ?? 0) * 1000 - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29);
  expect((await first.context().cookies()).find(({ name }) => name === '__Host-s')?.expires).toBe(-1);

  await first.goto('/en/account/devices');
  await expect(first.getByText('Another device')).toBeVisible();
  await expect(first.getByText('Yours alone')).toBeVisible();
  await first.getByRole('button', { name: 'Sign out there' }).click();
  await expect(first.getByText('You are signed in nowhere else.')).toBeVisible();
  await own.goto('/en/account');
  await expect(own).toHaveURL(/sign-in\?expired/);

  await signIn(own, account);
  await first.goto('/en/account/passphrase');
  const passphrase = canary('new-passphrase');
  await first.locator('input[name=old]').fill(canary('wrong'));
  await first.locator('input[name=passphrase]').fill(passphrase);
  await submit(first);
  await expect(first.getByRole('link', { name: /This is not your passphrase until now/ })).toBeVisible();
  await first.locator('input[name=old]').fill(account.passphrase);
  await first.locator('input[name=passphrase]').fill(passphrase);
  await submit(first);
  await expect(first.getByText('You have a new passphrase.')).toBeVisible();
  await own.goto('/en/account');
  await expect(own).toHaveURL(/sign-in\?expired/);
});

test('a card says nothing, lets its holder in once, and shuts what was open before', async ({
  browser,
  server,
}) => {
  const before = await phone(browser, server.url);
  await knownAccount(before);
  await before.goto('/en/account/card');
  await submit(before);
  const code = await before.locator('.paper bdi').last().innerText();
  watch(code);
  expect(code).toMatch(/^\d{4}( \d{4}){4}$/);
  await before.emulateMedia({ media: 'print' });
  expect((await before.locator('body').innerText()).replace(/[\d\s]/g, '')).toBe('FirstnumberSecondnumber');

  const after = await phone(browser, server.url);
  const recover = async (typed: string) => {
    await after.goto('/en/account/recover');
    await after.locator('input[name=code]').fill(typed);
    await after.locator('input[name=passphrase]').fill(canary('after'));
    await submit(after);
  };
  await recover('1111 2222 3333 4444 5555');
  await expect(after.getByRole('link', { name: /This code opens nothing/ })).toBeVisible();
  await recover(code);
  await after.waitForURL('**/account/keep*');
  watch(await after.locator('.number bdi').innerText());
  await submit(after);
  await after.goto('/en/account');
  await expect(after.getByText(/Your way in was renewed on .*, with your spare card/)).toBeVisible();
  await before.goto('/en/account');
  await expect(before).toHaveURL(/sign-in\?expired/);
  await after.context().clearCookies();
  await recover(code);
  await expect(after.getByRole('link', { name: /This code opens nothing/ })).toBeVisible();
});

test('a newcomer waits kindly, is vouched for, and gets in again by two who work there', async ({
  browser,
  server,
}) => {
  const given = { browser, baseURL: server.url };
  const person = await newPerson(given);
  await book(person);
  await bookKept(person);
  await book(person);
  await expect(person.getByRole('link', { name: /You have one appointment already/ })).toBeVisible();
  await person.goto('/en/account');
  await expect(person.getByRole('heading', { name: 'You are new here' })).toBeVisible();
  await person.goto('/en/appointments');
  await person.locator('main li a').first().click();
  await person.waitForURL('**/appointments/**');

  const counsellor = await mali(given);
  const appointmentId = /appointments\/([0-9a-f-]+)/.exec(person.url())?.[1] ?? '';
  await counsellor.goto(`/en/care/appointments/${appointmentId}`);
  await counsellor.getByRole('button', { name: 'I have met this person' }).click();
  await expect(counsellor.getByText('Thank you. More is open to them now.')).toBeVisible();
  await person.goto('/en/account');
  await expect(person.getByText(/Mali .* said on .* that you have met/)).toBeVisible();

  await counsellor.getByRole('button', { name: 'Ask for a one-time code' }).click();
  await expect(counsellor.getByText('Waits for a colleague')).toBeVisible();
  const colleague = await phone(browser, server.url);
  await signInAs(colleague, server.url, 'aye-chan');
  await colleague.goto('/en/care/recoveries');
  await colleague.getByRole('button', { name: 'I confirm it' }).first().click();
  await expect(colleague.getByText('Confirmed.', { exact: true })).toBeVisible();
  await counsellor.goto('/en/care/recoveries');
  await counsellor.getByRole('button', { name: 'Show the code now' }).first().click();
  const code = await counsellor.locator('.number bdi').innerText();
  watch(code);

  const again = await phone(browser, server.url);
  await again.goto('/en/account/recover');
  await again.locator('input[name=code]').fill(code);
  await again.locator('input[name=passphrase]').fill(canary('after'));
  await submit(again);
  await again.waitForURL('**/account/keep*');
  watch(await again.locator('.number bdi').innerText());
  await submit(again);
  await again.goto('/en/account');
  await expect(again.getByText(/with the help of Mali and Aye Chan/i)).toBeVisible();
  await again.goto('/en/account/who-looked');
  await expect(again.getByText('Mali').first()).toBeVisible();
});

test('a code that opens nothing is said at once, and the account is made all the same', async ({
  browser,
  server,
}) => {
  const page = await phone(browser, server.url);
  await page.goto('/account/code');
  await expect(page.getByRole('link', { name: 'Get your own number' })).toBeVisible();
  await page.goto('/en/account/new');
  await page.locator('input[name=passphrase]').fill(canary('passphrase'));
  await page.locator('input[name=code]').fill('4821 903 771 560');
  await submit(page);
  await page.waitForURL('**/account/keep*');
  watch(await page.locator('.number bdi').innerText());
  await expect(page.getByText('The code opened nothing.')).toBeVisible();
});

test('the phone’s own lock lets a person in, under a name that says nothing', async ({ browser, server }) => {
  const page = await phone(browser, server.url, true);
  await knownAccount(page);
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.goto('/en/account/passkeys');
  await page.getByRole('button', { name: 'Add this phone’s lock' }).click();
  await expect(page.getByText('Added. You can come in with it from now on.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/en/account/sign-in');
  await page.getByRole('button', { name: 'Use this phone’s lock' }).click();
  await page.waitForURL('**/appointments');
  await page.goto('/en/account/passkeys');
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByText('Taken away. It opens nothing any more.')).toBeVisible();
  await expect(page.getByText('You have added no phone yet.')).toBeVisible();
});
