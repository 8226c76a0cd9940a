import type { Page } from '@playwright/test';
import { check } from './check-page.ts';
import { test } from './fixtures.ts';
import { newPerson, signInAs } from './people.ts';

const OF_A_PERSON = [
  '/account',
  '/account/passphrase',
  '/account/passkeys',
  '/account/devices',
  '/account/card',
  '/account/confirm',
  '/account/code',
  '/account/contact',
  '/account/sharing',
  '/account/who-looked',
];
const OF_A_COUNSELLOR = ['/care/me', '/care/confirm', '/care/urgent', '/care/shared', '/care/recoveries'];
const OF_AN_ADMIN = ['/admin', '/admin/figures', '/admin/keys', '/admin/codes', '/care/urgent/log'];

/** Checks these pages and keeps pictures of them with the results of the run. */
async function walk(page: Page, locale: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await check(page, `/${locale}${path}`, { isPrivate: true });
    const picture = `${locale}${path.replaceAll('/', '-')}.png`;
    await page.screenshot({ path: test.info().outputPath(picture), fullPage: true });
  }
}

for (const locale of ['en', 'th']) {
  test(`the account of a person in ${locale} is accessible, kept nowhere, and tells nothing over a shoulder`, async ({
    browser,
    server,
  }) => {
    const person = await newPerson({ browser, baseURL: server.url, locale, javaScriptEnabled: true });
    await walk(person, locale, OF_A_PERSON);
    await person.context().close();
  });

  for (const [name, paths] of [
    ['mali', OF_A_COUNSELLOR],
    ['nok', OF_AN_ADMIN],
    ['sam', ['/admin/organisations']],
  ] as const) {
    test(`the desk of ${name} in ${locale} is accessible, kept nowhere, and tells nothing over a shoulder`, async ({
      browser,
      server,
    }) => {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 360, height: 740 },
      });
      const page = await context.newPage();
      await signInAs(page, server.url, name, locale);
      await walk(page, locale, paths);
      await context.close();
    });
  }
}
