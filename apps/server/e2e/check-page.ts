import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Words that must not stand on a page that somebody looks at over a shoulder. */
const TELLING =
  /traffick|survivor|victim|scam|compound|counsellor for|perdagangan orang|korban|penyintas|ค้ามนุษย์|ผู้เสียหาย|เหยื่อ/i;

/** Opens a page and checks what holds for each: no request elsewhere, headers, language, and axe finds nothing. */
export async function check(page: Page, path: string, { isPrivate = false } = {}): Promise<void> {
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
  // As it is sent: a script may set styles of its own, which the policy allows.
  expect(await response?.text(), path).not.toMatch(/<[^>]+\sstyle=/);
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
