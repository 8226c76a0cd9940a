import type { BrowseListings, UpsertListing } from '@homeward/contracts/listing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { addPartner, createWorld, type Partner, type World } from '../../testing/index.ts';
import { browseListings, upsertListing, withdrawListing } from './index.ts';

type Input = z.input<typeof UpsertListing>;

let world: World;
let partner: Partner;
beforeAll(async () => {
  world = await createWorld();
  partner = await addPartner(world, { name: 'Yayasan Pintu Terbuka' });
  for (const listing of LISTINGS) {
    world.clock.advance(1000);
    await upsertListing(partner.context, listing);
  }
  await upsertListing(partner.context, listing('gone', ['en', 'Withdrawn']));
  await withdrawListing(partner.context, { kind: 'service', externalId: 'gone' });
});
afterAll(() => world[Symbol.asyncDispose]());

type Text = [language: string, title: string, description?: string];

function listing(externalId: string, text: Text | Text[], change: Partial<Input> = {}): Input {
  const texts = (Array.isArray(text[0]) ? text : [text]) as Text[];
  return {
    kind: 'service',
    externalId,
    texts: texts.map(([language, title, description = title]) => ({ language, title, description })),
    country: 'TH',
    location: { visibility: 'area', area: 'เชียงใหม่' },
    ...change,
  } as Input;
}

const LISTINGS = [
  listing(
    'thai',
    [
      ['th', 'ที่ปรึกษา', 'พูดคุยกับที่ปรึกษาเป็นภาษาไทย'],
      ['en', 'A counsellor', 'Talk in Thai.'],
    ],
    {
      languages: ['th', 'en'],
      topics: ['counselling'],
      delivery: ['online', 'phone'],
      cost: { kind: 'free' },
      papers: { kind: 'none' },
    },
  ),
  listing('viet', ['vi', 'Tư vấn tâm lý', 'Miễn phí'], {
    country: 'VN',
    languages: ['vi'],
    location: { visibility: 'area', area: 'Hà Nội' },
    cost: { kind: 'free' },
  }),
  listing('percent', ['en', '100% free_of charge \\ here'], {
    languages: ['zh-Hans'],
    provider: 'Bantuan Hukum',
  }),
  listing('shelter', ['id', 'Tempat tinggal', 'Aman'], {
    country: 'ID',
    languages: ['id', 'my'],
    location: {
      visibility: 'contact-first',
      area: 'Kota Rahasia',
      address: { lines: ['Jalan Tersembunyi 7'] },
    },
  }),
  listing('course', ['id', 'Kursus menjahit'], { kind: 'course', country: 'ID', course: { hoursTotal: 40 } }),
  listing('job', ['id', 'Juru masak'], { kind: 'job', country: 'ID', job: { employer: 'Dapur Contoh' } }),
];

const browse = (input: Partial<z.input<typeof BrowseListings>> = {}) =>
  browseListings(world.visitor, { locale: 'en', ...input });
/** By title, since a visitor never sees the partner's ids. */
async function titles(input: Partial<z.input<typeof BrowseListings>>) {
  return (await browse(input)).listings.map(({ title }) => title.text);
}

describe('browsing', () => {
  it('shows what is published, newest first, and counts it', async () => {
    const page = await browse();
    expect(page.total).toBe(6);
    expect(page.listings.map(({ kind }) => kind)).toEqual([
      'job',
      'course',
      'service',
      'service',
      'service',
      'service',
    ]);
    expect(page.listings.at(-1)).toMatchObject({
      title: { text: 'A counsellor', language: 'en' },
      offeredBy: 'Yayasan Pintu Terbuka',
      area: 'เชียงใหม่',
      fictional: false,
    });
  });

  it.each([
    ['kind', { kind: 'course' }, ['Kursus menjahit']],
    ['topic', { topic: 'counselling' }, ['A counsellor']],
    ['country', { country: 'VN' }, ['Tư vấn tâm lý']],
    ['language', { language: 'my' }, ['Tempat tinggal']],
    ['language by its first part', { language: 'zh' }, ['100% free_of charge \\ here']],
    ['language, never one that only begins alike', { language: 'z' + 'u' }, []],
    ['delivery', { delivery: 'phone' }, ['A counsellor']],
    ['cost', { free: true }, ['Tư vấn tâm lý', 'A counsellor']],
    ['papers', { noPapers: true }, ['A counsellor']],
    ['all of them at once', { free: true, country: 'TH', kind: 'service' }, ['A counsellor']],
    ['all of them, to nothing', { free: true, country: 'ID' }, []],
  ] as const)('can be narrowed by %s', async (_what, input, expected) => {
    expect(await titles(input)).toEqual(expected);
    expect((await browse(input)).total).toBe(expected.length);
  });

  it.each([
    ['inside Thai, which has no spaces', 'ปรึกษา', ['A counsellor']],
    ['in a language that the reader does not read', 'พูดคุย', ['A counsellor']],
    ['with or without capitals, beyond ASCII', 'TƯ VẤN', ['Tư vấn tâm lý']],
    ['typed with combining marks', 'Tu\u031b va\u0302\u0301n', ['Tư vấn tâm lý']],
    ['of which each stands somewhere', 'talk ที่ปรึกษา เชียงใหม่', ['A counsellor']],
    ['of which one stands nowhere', 'talk menjahit', []],
    ['in the name of who offers it', 'bantuan hukum', ['100% free_of charge \\ here']],
    ['in an area', 'hà', ['Tư vấn tâm lý']],
    ['with a percent sign', '100%', ['100% free_of charge \\ here']],
    ['with an underscore, which stands for itself only', 'free_o', ['100% free_of charge \\ here']],
    ['with an underscore that is not there', 'ku_sus', []],
    ['with a backslash', '\\', ['100% free_of charge \\ here']],
    ['with a quote', "'", []],
    ['of a withdrawn listing', 'withdrawn', []],
    ['of an area that must be asked for first', 'rahasia', []],
    ['of a hidden address', 'tersembunyi', []],
  ])('finds words %s', async (_what, words, expected) => {
    expect(await titles({ words })).toEqual(expected);
  });

  it('finds everything of an organisation by its name', async () => {
    expect((await browse({ words: 'pintu TERBUKA' })).total).toBe(6);
  });

  it.each([' ', '\u0000', '\ud800', '%', '😀', `${'x '.repeat(100)}`])('bears %j as words', async (words) => {
    expect((await browse({ words })).total).toBeLessThanOrEqual(6);
  });

  it('gives every listing once over pages of any size', async () => {
    const all = await titles({});
    for (const limit of [1, 2, 4, 6]) {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof browse>> = await browse({
          limit,
          ...(cursor ? { cursor } : {}),
        });
        found.push(...page.listings.map(({ title }) => title.text));
        expect(page.total).toBe(6);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(found).toEqual(all);
    }
  });

  it('says which countries and languages the other filters leave', async () => {
    expect(await browse()).toMatchObject({
      countries: ['ID', 'TH', 'VN'],
      languages: ['en', 'id', 'my', 'th', 'vi', 'zh-Hans'],
    });
    expect(await browse({ country: 'VN', free: true })).toMatchObject({
      countries: ['TH', 'VN'],
      languages: ['vi'],
    });
    expect(await browse({ language: 'th', free: true })).toMatchObject({
      countries: ['TH'],
      languages: ['en', 'th', 'vi'],
    });
  });

  it('refuses a cursor that it did not give', async () => {
    await expect(browse({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
