import { canary } from '@homeward/db/testing/canary';
import { expect, test } from './fixtures.ts';
import { bookKept, newPerson, submit } from './people.ts';

test('a time that is kept for somebody: 409, the same form and the next free times', async ({
  browser,
  server,
}) => {
  const given = { browser, baseURL: server.url };
  const [first, second] = await Promise.all([newPerson(given), newPerson(given)]);
  await first.goto('/en/counsellors');
  const counsellor =
    (await first.getByRole('link', { name: 'See times with Linh' }).getAttribute('href')) ?? '';
  for (const page of [first, second]) {
    await page.goto(counsellor);
    await page.locator('input[name=startsAt]').first().check({ force: true });
    await page.getByLabel('Phone', { exact: true }).check({ force: true });
  }
  await first.getByRole('button', { name: 'Keep this time' }).click();
  await expect(first.getByText('This time is kept for you for ten minutes.')).toBeVisible();

  const answered = second.waitForResponse((response) => response.request().method() === 'POST');
  await second.getByRole('button', { name: 'Keep this time' }).click();
  expect((await answered).status()).toBe(409);
  await expect(second.locator('[tabindex="-1"]').first()).toContainText(
    'Someone else has just taken this time',
  );
  await expect(second.getByLabel('Phone', { exact: true })).toBeChecked();
  await second.getByText('These are free.').locator('xpath=..').getByRole('button').first().click();
  await expect(second.getByText('This time is kept for you for ten minutes.')).toBeVisible();
});

test('a time that went to somebody else while the rest was written: 409, nothing typed is lost, one press takes the next', async ({
  browser,
  server,
}) => {
  const given = { browser, baseURL: server.url };
  const [first, second] = await Promise.all([newPerson(given), newPerson(given)]);
  const called = canary('call-me');
  await first.goto('/en/counsellors');
  await first.getByRole('link', { name: 'See times with Linh' }).click();
  await first.locator('input[name=startsAt]').last().check({ force: true });
  await first.getByLabel('Phone', { exact: true }).check({ force: true });
  await first.getByRole('button', { name: 'Keep this time' }).click();
  await first.waitForURL('**/book?*');
  // As after ten minutes: the page stands there, and nothing is kept for whoever reads it.
  await second.goto(first.url());
  await second.getByLabel('What should Linh call you?').fill(called);
  await second.getByLabel('I bring somebody along').check();
  await bookKept(first);

  const answered = second.waitForResponse((response) => response.request().method() === 'POST');
  await submit(second);
  expect((await answered).status()).toBe(409);
  await expect(second.getByLabel('What should Linh call you?')).toHaveValue(called);
  await expect(second.getByLabel('I bring somebody along')).toBeChecked();
  await second.getByText('These are free.').locator('xpath=..').getByRole('button').first().click();
  await expect(second.getByText('Your time is kept.')).toBeVisible();
  await expect(second.getByText(called)).toBeVisible();
  await expect(second.getByText('Somebody you trust')).toBeVisible();
});

test('somebody else’s appointment, an unknown one and a malformed one are the same page', async ({
  browser,
  server,
}) => {
  const given = { browser, baseURL: server.url };
  const [owner, stranger] = await Promise.all([newPerson(given), newPerson(given)]);
  await owner.goto('/en/counsellors');
  await owner.getByRole('link', { name: 'See times with Grace' }).click();
  await owner.locator('input[name=startsAt]').first().check({ force: true });
  await owner.getByRole('button', { name: 'Keep this time' }).click();
  await bookKept(owner);
  const booked = new URL(owner.url()).pathname;
  const pages = [];
  for (const path of [
    booked,
    '/en/appointments/01a20cdc-bbbd-7a7b-86db-5eb4cc0c3c6a',
    '/en/appointments/not-an-id',
    '/en/appointments/%00',
  ]) {
    const response = await stranger.goto(path);
    pages.push([response?.status(), await stranger.locator('main').innerText()]);
  }
  expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
  expect(pages[0]?.[0]).toBe(404);
});

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test('what no page of ours sends gets a clear answer, never a stack, and changes nothing', async ({
  request,
  server,
}) => {
  const origin = { ...FORM, origin: server.url };
  const cases: [string, string, number, Record<string, string>, string | Buffer][] = [
    [
      'a form from another site',
      '/th/account/new',
      403,
      { ...FORM, origin: 'https://evil.example' },
      `passphrase=${encodeURIComponent(canary('passphrase'))}`,
    ],
    [
      'a form that says it is cross-site',
      '/th/account/new',
      403,
      { ...FORM, 'sec-fetch-site': 'cross-site' },
      `passphrase=${encodeURIComponent(canary('passphrase'))}`,
    ],
    [
      'JSON',
      '/th/account/new',
      415,
      { 'content-type': 'application/json', origin: server.url },
      JSON.stringify({ passphrase: canary('passphrase') }),
    ],
    ['an oversized form', '/th/account/new', 413, origin, `passphrase=${'x'.repeat(2_000_000)}`],
    ['a form where there is none', '/th/listings', 405, origin, 'a=b'],
    ['a broken cookie', '/th/appointments', 200, { cookie: '__Host-s=%E0%A4%A; x=%' }, ''],
    ['a locale that is none', '/xx/listings', 404, {}, ''],
    ['bytes that are no path', '/th/%E0%A4%A', 400, {}, ''],
  ];
  for (const [name, path, status, headers, data] of cases) {
    const response =
      data === '' ? await request.get(path, { headers }) : await request.post(path, { headers, data });
    const text = await response.text();
    expect([404, status], name).toContain(response.status());
    expect(text, name).not.toMatch(/node_modules|at .*\.(ts|mjs):\d|Error:/);
    expect(response.headers()['set-cookie'] ?? '', name).not.toMatch(/__Host-s=[a-z2-7]{40}/);
    if (response.status() !== 400) expect(text, name).toMatch(/lang="(th|en)"/);
  }
});

test('leaving ends the session, clears the browser, and goes to a page about the weather', async ({
  browser,
  server,
}) => {
  const page = await newPerson({ browser, baseURL: server.url });
  await page.goto('/en/appointments');
  const link = page.getByRole('link', { name: 'Leave this page' }).first();
  const href = (await link.getAttribute('href')) ?? '';
  const response = await page.request.get(href, { maxRedirects: 0 });
  expect(response.status()).toBe(303);
  expect(response.headers()['clear-site-data']).toBe('"cache", "cookies", "storage"');
  expect(response.headers()['set-cookie']).toContain('Max-Age=0');
  expect(new URL(response.headers().location ?? '').protocol).toBe('https:');
  await page.goto('/en/appointments');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('people who come at the same moment never get into each other’s pages', async ({ server }) => {
  const origin = server.url;
  const ask = async (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { redirect: 'manual', ...init });
  const people = await Promise.all(
    Array.from({ length: 24 }, async () => {
      const created = await ask('/en/account/new', {
        method: 'POST',
        headers: { ...FORM, origin },
        body: `passphrase=${encodeURIComponent(canary('passphrase'))}`,
      });
      return created.headers.get('set-cookie')?.split(';')[0] ?? '';
    }),
  );
  expect(new Set(people).size).toBe(24);
  const numbers = async () =>
    Promise.all(
      people.map(async (cookie) => {
        const page = await (await ask('/en/account/keep', { headers: { cookie } })).text();
        return page.match(/\d{4} \d{3} \d{3} \d{3}/)?.[0];
      }),
    );
  const [once, again] = [await numbers(), await numbers()];
  expect(new Set(once).size).toBe(24);
  expect(again).toEqual(once);
});
