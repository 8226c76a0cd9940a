import { expect, test } from './fixtures.ts';
import { newPerson } from './people.ts';

test('a private page says that it is about to close, stays when asked, and closes when nobody asks', async ({
  browser,
  server,
}) => {
  const page = await newPerson({ browser, baseURL: server.url, javaScriptEnabled: true });
  await page.clock.install();
  await page.goto('/en/account');
  const notice = page.locator('.stay');
  await expect(notice).toBeHidden();
  await page.clock.fastForward('13:30');
  await expect(notice).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('stay.png') });
  await notice.getByRole('button').click();
  await expect(notice).toBeHidden();
  await page.clock.fastForward('13:30');
  await expect(notice).toBeVisible();
  await page.clock.fastForward('02:00');
  await page.waitForURL((url) => !url.pathname.endsWith('/account'));
});

test('a private page says without scripts that it closes by itself', async ({ browser, server }) => {
  const page = await newPerson({ browser, baseURL: server.url, locale: 'th' });
  await page.goto('/th/account');
  await expect(page.locator('footer')).toContainText('หน้านี้จะปิดเอง');
  await expect(page.locator('.stay')).toBeHidden();
});
