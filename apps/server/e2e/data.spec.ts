import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { newPerson, submit } from './people.ts';

test('a person takes everything along as one file under a name that says nothing', async ({
  browser,
  baseURL,
}) => {
  const page = await newPerson({ browser, baseURL: baseURL ?? '' });
  await page.goto('/en/account/data');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('form[action$="/take"] button').click(),
  ]);
  expect(file.suggestedFilename()).toBe('page.zip');
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
  await page.goto('/en/account/data');
  await expect(page.locator('.note')).toContainText('Last taken');
});

test('a person asks to be erased, changes their mind, and is erased at once, with scripts off', async ({
  browser,
  baseURL,
}) => {
  const page = await newPerson({ browser, baseURL: baseURL ?? '' });
  const erase = async (days: string) => {
    await page.goto('/en/account/data/erase');
    await page.locator(`input[value="${days}"]`).check({ force: true });
    await submit(page);
  };
  await page.goto('/en/account/data/erase');
  await submit(page);
  await expect(page.locator('main')).toContainText('Choose when.');

  await erase('7');
  await page.waitForURL('**/account/data');
  const waiting = await page.locator('.number').innerText();
  await page.goto('/en/receipt');
  await page.locator('input[name=number]').fill(waiting);
  await submit(page);
  await expect(page.locator('main')).toContainText('is not carried out yet');
  await page.goto('/en/account/data');
  await page.locator('main form:not([action]) button').click();
  await expect(page.locator('.number')).toHaveCount(0);

  await erase('0');
  const receipt = await page.locator('.receipt').innerText();
  expect(receipt).toMatch(/^Receipt (\d{4} ?){4}\n/);
  expect(await page.context().cookies()).not.toContainEqual(expect.objectContaining({ name: '__Host-s' }));
  await page.goto('/en/receipt');
  await page.locator('input[name=number]').fill(/Receipt ([\d ]+)/.exec(receipt)?.[1] ?? '');
  await submit(page);
  await expect(page.locator('.receipt')).toHaveText(receipt);
  await page.goto('/en/account/data');
  await page.waitForURL('**/account/sign-in*');
});
