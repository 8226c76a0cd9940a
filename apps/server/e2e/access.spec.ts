import { canary } from '@homeward/db/testing/canary';
import { asOwner } from '../testing/as-owner.ts';
import { expect, test } from './fixtures.ts';
import { newPerson, submit } from './people.ts';

/** As if whoever is signed in had proved who they are twenty minutes ago. */
const letProofsGrowOld = (dataFolder: string) =>
  asOwner(dataFolder, (owner) =>
    owner.query(`UPDATE session SET proved_at = proved_at - interval '20 minutes'`),
  );

test('what matters asks a person again after a while, and goes on where they were', async ({
  browser,
  server,
  dataFolder,
}) => {
  const passphrase = canary('passphrase');
  const person = await newPerson({ browser, baseURL: server.url, passphrase });
  const prove = async () => {
    await person.waitForURL('**/account/confirm?next=*');
    await person.locator('input[name=passphrase]').fill('not this one, surely');
    await submit(person);
    await expect(person.locator('.summary')).toBeVisible();
    await person.locator('input[name=passphrase]').fill(passphrase);
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
