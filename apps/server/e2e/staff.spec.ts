import type { Browser, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  addLock,
  faultIn,
  giveCode,
  givePassphrase,
  inviteByOperator,
  join,
  keepRecoveryCodes,
  newStaffAccount,
  setUpApp,
  typeInvitation,
} from './staff.ts';
import { watch } from './traces.ts';

/** A browser of its own, without scripts unless they are asked for. */
async function desk(browser: Browser, baseURL: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled,
    viewport: { width: 1280, height: 800 },
  });
  return context.newPage();
}

const signOut = (page: Page): Promise<void> => page.getByRole('button', { name: 'Sign out' }).first().click();

test('whoever works here comes in by a code and two steps, each code once, and is out at the click after access ended', async ({
  browser,
  server,
  dataFolder,
}) => {
  const admin = await desk(browser, server.url);
  const adminsCode = await inviteByOperator(dataFolder, 'organisation-admin');
  await join(admin, adminsCode, newStaffAccount());
  expect((await setUpApp(admin)).recovery).toHaveLength(10);
  await admin.waitForURL('**/admin');
  await admin.locator('input[name=name]').fill('Wulan');
  await admin.locator('select[name=role]').selectOption('counsellor');
  await admin.getByRole('button', { name: 'Make a code' }).click();
  const code = await admin.locator('.number bdi').innerText();
  watch(code);

  const counsellor = await desk(browser, server.url);
  await typeInvitation(counsellor, adminsCode);
  const usedInvitation = await faultIn(counsellor);
  await typeInvitation(counsellor, '0000 000 000 000');
  expect(await faultIn(counsellor), 'a used invitation and none at all').toBe(usedInvitation);

  const account = newStaffAccount();
  await join(counsellor, code, account, {
    alias: 'Wulan',
    country: 'ID',
    zone: 'Asia/Jakarta',
    languages: ['id', 'en'],
    modalities: ['video', 'phone'],
  });
  const { app, used, recovery } = await setUpApp(counsellor);
  await counsellor.waitForURL('**/care');
  await signOut(counsellor);

  await givePassphrase(counsellor, account);
  await counsellor.waitForURL('**/care/second-step');
  await counsellor.goto('/en/care');
  await expect(counsellor, 'a passphrase alone').toHaveURL(/second-step$/);
  await giveCode(counsellor, used);
  const usedCode = await faultIn(counsellor);
  await giveCode(counsellor, app.wrongCode());
  expect(await faultIn(counsellor), 'a used code and a wrong one').toBe(usedCode);
  const right = await app.nextCode();
  await giveCode(counsellor, right);
  await counsellor.waitForURL('**/care');
  await expect(counsellor.getByText('Today').first()).toBeVisible();
  await signOut(counsellor);

  await givePassphrase(counsellor, account);
  await giveCode(counsellor, right);
  expect(await faultIn(counsellor), 'the same code a second time').toBe(usedCode);
  await giveCode(counsellor, recovery[0] ?? '');
  await counsellor.waitForURL('**/care');

  await admin.goto('/en/admin');
  const card = admin.locator('li', { has: admin.getByRole('heading', { name: 'Wulan' }) });
  await card.getByRole('button', { name: 'End access' }).click();
  await expect(card.getByRole('button', { name: 'Let back in' })).toBeVisible();
  await counsellor.locator('nav a[href$="/care/week"]').first().click();
  await expect(counsellor).toHaveURL(/\/care\/sign-in\?expired/);
  await givePassphrase(counsellor, account);
  const deactivated = await faultIn(counsellor);
  await givePassphrase(counsellor, newStaffAccount());
  expect(await faultIn(counsellor), 'whoever has left and whoever never was').toBe(deactivated);
});

test('the device’s own lock is a second step, asked for by the pages that use it and allowed on no other', async ({
  browser,
  server,
  dataFolder,
}) => {
  const page = await desk(browser, server.url, true);
  await addLock(page);
  const account = newStaffAccount();
  await join(page, await inviteByOperator(dataFolder, 'organisation-admin'), account);
  await page.getByRole('button', { name: 'Use this device’s lock' }).click();
  expect(await keepRecoveryCodes(page)).toHaveLength(10);
  await page.waitForURL('**/admin');
  await signOut(page);

  await givePassphrase(page, account);
  await page.waitForURL('**/care/second-step');
  await page.getByRole('button', { name: 'Use this device’s lock' }).click();
  await page.waitForURL('**/admin');
  await page.goto('/en/care/confirm?next=/admin');
  await page.getByRole('button', { name: 'Use this device’s lock' }).click();
  await page.waitForURL(({ pathname }) => pathname.endsWith('/admin'));

  const allowed = async (address: string) => {
    const policy = (await page.goto(address))?.headers()['permissions-policy'] ?? '';
    return /publickey-credentials-get=\(self\)/.test(policy);
  };
  for (const address of ['/en/care/set-up', '/en/care/confirm'])
    expect(await allowed(address), address).toBe(true);
  for (const address of ['/en', '/en/admin', '/en/counsellors'])
    expect(await allowed(address), address).toBe(false);
});
