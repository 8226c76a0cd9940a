import { check } from './check-page.ts';
import { test } from './fixtures.ts';
import { bookKept, mali, newPerson, submit } from './people.ts';

const LOCALES = ['en', 'id', 'th'];
const PUBLIC = [
  '',
  '/listings',
  '/listings?topic=housing&free=on',
  '/listings?words=nothing-fits-this',
  '/counsellors',
  '/zone',
  '/account/new',
  '/account/sign-in',
  '/care/sign-in',
  '/not-here',
];
for (const locale of LOCALES) {
  test(`public pages in ${locale} are accessible, in their language, and load nothing from elsewhere`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of PUBLIC) await check(page, `/${locale}${path}`);
    await page.goto(`/${locale}/listings`);
    const listing = (await page.locator('main article a').first().getAttribute('href')) ?? '';
    await check(page, listing);
  });

  test(`a person’s and a counsellor’s pages in ${locale} are accessible, kept nowhere, and tell nothing over a shoulder`, async ({
    browser,
    server,
  }) => {
    const given = { browser, baseURL: server.url, locale, javaScriptEnabled: true };
    const person = await newPerson(given);
    await person.goto(`/${locale}/counsellors`);
    const counsellor =
      (await person
        .locator('main a[href*="/counsellors/"]:not([href*="/counsellors/any"])')
        .first()
        .getAttribute('href')) ?? '';
    await check(person, counsellor);
    await person.locator('input[name=startsAt]').last().check({ force: true });
    // Whoever is free soonest comes first, and may meet in one way or in several.
    const ways = person.locator('input[name=modality][type=radio]');
    if ((await ways.count()) > 0) await ways.first().check({ force: true });
    await submit(person);
    await person.waitForURL('**/book?*');
    const kept = new URL(person.url());
    await check(person, `${kept.pathname}${kept.search}`, { isPrivate: true });
    await bookKept(person);
    const booked = new URL(person.url()).pathname;
    const ofAccount = ['/account/data', '/account/data/erase', '/receipt'].map((path) => `/${locale}${path}`);
    for (const path of [
      `/${locale}/appointments`,
      booked,
      `${booked}/cancel`,
      `${booked}/move`,
      ...ofAccount,
    ])
      await check(person, path, { isPrivate: true });
    await person.context().close();

    const staff = await mali(given);
    for (const path of ['/care', '/care/week', '/care/hours', '/care/meeting'])
      await check(staff, `/${locale}${path}`, { isPrivate: true });
    await staff.context().close();
  });
}

test('every page fits a laptop and the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of ['', '/listings', '/counsellors', '/account/new']) await check(page, `/en${path}`);
});
