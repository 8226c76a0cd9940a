import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { mali, newPerson, submit } from './people.ts';

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
/** Words that must not stand on a page that somebody looks at over a shoulder. */
const TELLING =
  /traffick|survivor|victim|scam|compound|counsellor for|perdagangan orang|korban|penyintas|ค้ามนุษย์|ผู้เสียหาย|เหยื่อ/i;

/** Opens a page and checks what holds for each: no request elsewhere, headers, language, and axe finds nothing. */
async function check(page: Page, path: string, { isPrivate = false } = {}): Promise<void> {
  const { origin } = new URL(
    page.url() === 'about:blank'
      ? (page.context() as never as { _options: { baseURL: string } })._options.baseURL
      : page.url(),
  );
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) elsewhere.push(request.url());
  });
  const response = await page.goto(path);
  const headers = response?.headers() ?? {};
  expect(response?.status(), path).toBe(path.endsWith('/not-here') ? 404 : 200);
  expect(headers['content-security-policy'], path).toContain("default-src 'none'");
  expect(headers['content-security-policy'], path).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(await page.locator('html').getAttribute('lang'), path).toBe(path.split('/')[1]);
  expect(await page.locator('[style]').count(), path).toBe(0);
  expect(await page.locator('h1').count(), path).toBe(1);
  if (isPrivate) {
    expect(headers['cache-control'], path).toBe('no-store');
    expect(headers['referrer-policy'], path).toBe('no-referrer');
    expect(`${await page.title()} ${await page.locator('body').innerText()}`, path).not.toMatch(TELLING);
    expect(await page.title(), path).not.toContain('Homeward');
  }
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  expect(elsewhere, path).toEqual([]);
  const width = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(width, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

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
      (await person.locator('main a[href*="/counsellors/"]').first().getAttribute('href')) ?? '';
    await check(person, counsellor);
    await person.locator('input[name=startsAt]').last().check({ force: true });
    await submit(person);
    await person.waitForURL('**/appointments/**');
    const booked = new URL(person.url()).pathname;
    const ofAccount = ['/account/data', '/account/data/erase', '/receipt'].map((path) => `/${locale}${path}`);
    for (const path of [`/${locale}/appointments`, booked, `${booked}/cancel`, ...ofAccount])
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
