import { readChecksums } from '@homeward/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeVisitors, type Cast } from './arrange-visitors.ts';
import { openPages } from './open-pages.ts';
import {
  answerFor,
  findPages,
  foldAnswers,
  METHODS,
  type Method,
  type PageLine,
  readPageMatrix,
  VISITORS,
  type Visitor,
} from './page-matrix.ts';

const matrix = readPageMatrix();
const pages = findPages();
const NOBODY = '01a20cdc-bbbd-7a7b-86db-5eb4cc0c3c6a';
/** Where a look is written down. */
const NOTED = ['public.audit_entry', 'public.audit_head', 'public.record_access'];

let cast: Cast;
let portal: Awaited<ReturnType<typeof openPages>>;
let idOf: Record<NonNullable<PageLine['id']>, string>;
beforeAll(async () => {
  cast = await arrangeVisitors();
  portal = await openPages(cast.world);
  idOf = { ...cast.idOf, listing: await publish() };
});
afterAll(async () => {
  await portal.close();
  await cast.world[Symbol.asyncDispose]();
});

async function publish(): Promise<string> {
  const answer = await fetch(`${portal.url}/v1/services/one`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${cast.partnerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: { en: 'A counsellor' },
      description: { en: 'We listen.' },
      originalLanguage: 'en',
      country: 'TH',
      location: { visibility: 'area', area: 'Chiang Mai' },
    }),
  });
  expect(answer.status).toBe(201);
  const { url } = (await answer.json()) as { url: string };
  return url.split('/').at(-1) ?? '';
}

const addressOf = (page: string, id: string): string =>
  page.replace('[locale]', 'en').replace('[id]', id).replace('[...path]', 'en/nothing-here');

/** Opens a page, or sends it a form that says nothing, as this visitor; `said` is the answer as the matrix writes it. */
async function ask(visitor: Visitor, method: Method, page: string, id = NOBODY) {
  const answer = await fetch(portal.url + addressOf(page, id), {
    method,
    redirect: 'manual',
    headers: {
      cookie: cast.cookieOf[visitor],
      'sec-fetch-site': 'same-origin',
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded', origin: portal.url }),
    },
    ...(method === 'POST' && { body: '' }),
  });
  const location = answer.headers.get('location')?.replace(/^\/en(?=\/|$)/, '');
  const said = location === undefined ? `${answer.status}` : `${answer.status} ${location || '/'}`;
  return { said: said.replaceAll(id, '{id}'), text: (await answer.text()).replaceAll(id, '') };
}

const lineOf = (page: string): PageLine => matrix.pages[page] ?? { door: 'open', GET: {}, POST: {} };
const expected = (page: string, method: Method, visitor: Visitor): string =>
  answerFor(matrix, lineOf(page), method, visitor);
const idFor = (page: string): string | undefined => {
  const { id } = lineOf(page);
  return id && idOf[id];
};
const actsFor = (page: string, method: Method): Visitor[] => lineOf(page).acts?.[method] ?? [];
/** Sees the page, or is led to the one of that id, which is for everybody. */
const isLetIn = (said: string): boolean => said.startsWith('2') || said.endsWith('/counsellors/{id}');

it('names every page and every role, and none that is gone', async () => {
  expect(Object.keys(matrix.roles)).toEqual(VISITORS);
  const lines = [];
  for (const page of pages.filter((one) => !Object.hasOwn(matrix.pages, one))) {
    const found: Record<string, unknown> = { door: 'open' };
    for (const method of METHODS) {
      const answers: [Visitor, string][] = [];
      for (const visitor of VISITORS) {
        answers.push([visitor, (await ask(visitor, method, page)).said]);
        await cast.renew(visitor);
      }
      found[method] = foldAnswers(answers);
    }
    lines.push(`${JSON.stringify(page)}: ${JSON.stringify(found)}`);
  }
  expect(
    lines,
    'add to apps/server/page-matrix.json what is right (this is what answers now, about an id of nobody), then npm run access',
  ).toEqual([]);
  expect(
    Object.keys(matrix.pages).filter((page) => !pages.includes(page)),
    'lines of what is gone',
  ).toEqual([]);
});

const known = pages.filter((page) => Object.hasOwn(matrix.pages, page));
const asked = known.flatMap((page) => METHODS.map((method) => ({ method, page })));

/** What stands in the database since the last that was asked. */
let standing: Record<string, string> | undefined;

describe.each(asked)('$method $page', ({ method, page }) => {
  const asksLater = actsFor(page, method);
  const others = VISITORS.filter((one) => !asksLater.includes(one));
  const letIn = others.filter((one) => isLetIn(expected(page, method, one)));

  const askAll = async (visitors: Visitor[]) => {
    const said = await Promise.all(
      visitors.map(async (one) => [one, (await ask(one, method, page, idFor(page))).said]),
    );
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(visitors.map((one) => [one, expected(page, method, one)])),
    );
  };

  it('lets in whom the matrix says, and changes nothing for anybody else', async () => {
    const before = standing ?? (await readChecksums(cast.world));
    await askAll(others.filter((one) => !letIn.includes(one)));
    standing = await readChecksums(cast.world);
    expect(standing).toEqual(before);
    if (letIn.length === 0) return;
    await askAll(letIn);
    standing = await readChecksums(cast.world);
    // What a mere look may leave behind: that somebody looked.
    expect({ ...standing, ...pick(before, NOTED) }).toEqual(before);
  });
});

const pick = (sums: Record<string, string>, tables: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(sums).filter(([table]) => tables.includes(table)));

it.each(asked.filter(({ page }) => page.includes('[id]')))(
  '$method $page answers about somebody’s record as about nobody’s, to whoever may not see it',
  async ({ method, page }) => {
    const id = idFor(page);
    expect(id, 'the matrix does not say what its id is').toBeDefined();
    for (const visitor of VISITORS.filter((one) => !isLetIn(expected(page, 'GET', one)))) {
      expect(await ask(visitor, method, page, id), visitor).toEqual(await ask(visitor, method, page));
    }
  },
);

const acting = asked.filter(({ method, page }) => actsFor(page, method).length > 0);

// Backwards: the person's own pages, which end what others see of them, stand before theirs in the alphabet.
it.each(acting.toReversed())(
  '$method $page does what it is for, for whom the matrix says',
  async ({ method, page }) => {
    for (const visitor of actsFor(page, method)) {
      await cast.renew(visitor);
      const before = await readChecksums(cast.world);
      const { said } = await ask(visitor, method, page, idFor(page));
      expect(said, visitor).toBe(expected(page, method, visitor));
      expect(await readChecksums(cast.world), `${visitor}: nothing was done`).not.toEqual(before);
    }
  },
);
