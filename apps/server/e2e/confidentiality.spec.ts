import { canary, canaryPhone } from '@homeward/db/testing/canary';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { mali, newPerson } from './people.ts';

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
};

async function fillContact(page: Page, address: string): Promise<void> {
  const form = page.locator('form:has(#address)');
  if (!(await form.isVisible())) await page.getByText('Change it', { exact: true }).click();
  await form.getByLabel('Text message').check({ force: true });
  await form.locator('#address').fill(address);
  await form.locator('#days').check({ force: true });
  await form.locator('#codeWord').fill(canary('code-word'));
  await press(page, 'Use this');
}

test('a person says how to be reached, changes it, sees the change coming and undoes it', async ({
  browser,
  baseURL,
}) => {
  const page = await newPerson({ browser, baseURL: baseURL ?? '' });
  await page.goto('/en/account/contact');
  await expect(page.getByText('We do not contact you.')).toBeVisible();
  await fillContact(page, 'not a number');
  await expect(page.getByRole('alert')).toContainText('begins with +');
  await fillContact(page, canaryPhone());
  await expect(page.getByText('How we may reach you')).toBeVisible();
  await fillContact(page, canaryPhone());
  await expect(page.getByText('A change is on its way')).toBeVisible();
  await press(page, 'Undo the change');
  await expect(page.getByText('A change is on its way')).toBeHidden();
  await expect(page.getByText('How we may reach you')).toBeVisible();
  await press(page, 'Do not contact me any more');
  await expect(page.getByText('We do not contact you.')).toBeVisible();
});

test('a person lets one counsellor know a name; the counsellor reads it until it is taken back', async ({
  browser,
  baseURL,
}) => {
  const options = { browser, baseURL: baseURL ?? '' };
  const alias = canary('alias');
  const page = await newPerson(options);
  await page.goto('/en/account/sharing');
  await page.getByText('What you say of yourself').click();
  await page.locator('#alias').fill(alias);
  await press(page, 'Keep it');
  await page.getByText('Let somebody know something').click();
  const mine = page.locator('#recipient option', { hasText: /^Mali, / });
  await page.locator('#recipient').selectOption((await mine.getAttribute('value')) ?? '');
  await page.locator('#fields').check({ force: true });
  await page.getByLabel('To get in touch with me').check({ force: true });
  await press(page, 'Let them know this');
  await expect(page.getByText('May know: What to call you.')).toBeVisible();

  const staff = await mali(options);
  await staff.goto('/en/care/shared');
  await staff.getByRole('link', { name: alias }).click();
  await expect(staff.locator('dd', { hasText: alias })).toBeVisible();
  const address = staff.url();

  await press(page, 'Take it back');
  await expect(page.getByText(/^Taken back on/)).toBeVisible();
  const gone = await staff.goto(address);
  expect(gone?.status()).toBe(404);
  await staff.goto('/en/care/shared');
  expect(await staff.content()).not.toContain(alias);
});
