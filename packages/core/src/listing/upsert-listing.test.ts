import type { UpsertListing } from '@homeward/contracts/listing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { addPartner, createWorld, type Partner, type World } from '../../testing/index.ts';
import { getOwnListing, listOwnListings, upsertListing, withdrawListing } from './index.ts';

type Service = Extract<z.input<typeof UpsertListing>, { kind: 'service' }>;

let world: World;
let partner: Partner;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 16 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T09:00:00Z');
  partner = await addPartner(world);
});

const service = (change: Partial<Service> = {}): Service => ({
  kind: 'service',
  externalId: 'one',
  texts: [
    { language: 'th', title: 'ที่ปรึกษา', description: 'เรารับฟัง' },
    { language: 'en', title: 'A counsellor', description: 'We listen.' },
  ],
  country: 'TH',
  topics: ['counselling', 'legal'],
  languages: ['th', 'en'],
  location: { visibility: 'area', area: 'Chiang Mai', address: { lines: ['99 Example Road'] } },
  ...change,
});
const one = { kind: 'service', externalId: 'one' } as const;

describe('publishing', () => {
  it('makes a listing, and answers with all that was sent in normal form', async () => {
    const { outcome, listing } = await upsertListing(partner.context, service());
    expect(outcome).toBe('created');
    expect(listing).toMatchObject({
      externalId: 'one',
      status: 'published',
      texts: service().texts,
      languages: ['en', 'th'],
      cost: { kind: 'unknown' },
      papers: { kind: 'unknown' },
      location: service().location,
      createdAt: '2026-11-24T09:00:00Z',
      updatedAt: '2026-11-24T09:00:00Z',
    });
    expect(await getOwnListing(partner.context, one)).toEqual(listing);
  });

  it('of what stands there already changes nothing, not even a date', async () => {
    const first = await upsertListing(partner.context, service());
    world.clock.advance(60_000);
    const again = await upsertListing(partner.context, service());
    expect(again).toEqual({ outcome: 'unchanged', listing: first.listing });
  });

  it('of the same sets and translations in another order changes nothing', async () => {
    const fr = { language: 'fr', title: 'Une conseillère', description: 'Nous écoutons.' };
    await upsertListing(partner.context, service({ texts: [...service().texts, fr] }));
    const [th, en] = service().texts;
    if (th === undefined || en === undefined) throw new Error('the service has two texts');
    const again = service({
      texts: [th, fr, en],
      topics: ['legal', 'counselling', 'legal'],
      languages: ['en', 'th'],
    });
    expect((await upsertListing(partner.context, again)).outcome).toBe('unchanged');
  });

  it('replaces a listing whole: texts, address and all that is left out', async () => {
    await upsertListing(partner.context, service({ provider: 'Example Legal Aid' }));
    world.clock.advance(60_000);
    const texts = [{ language: 'en', title: 'Someone to talk to', description: 'We listen.' }];
    const { outcome, listing } = await upsertListing(
      partner.context,
      service({ texts, topics: [], location: { visibility: 'contact-first' } }),
    );
    expect(outcome).toBe('changed');
    expect(listing).toMatchObject({
      texts,
      topics: [],
      provider: null,
      location: { visibility: 'contact-first' },
      createdAt: '2026-11-24T09:00:00Z',
      updatedAt: '2026-11-24T09:01:00Z',
    });
    expect(listing.location).not.toHaveProperty('address');
    expect(await world.rows('SELECT FROM listing_address WHERE listing_id = $1', [listing.id])).toHaveLength(
      0,
    );
    expect(await world.rows('SELECT FROM listing_text WHERE listing_id = $1', [listing.id])).toHaveLength(1);
  });

  it('brings a withdrawn listing back, also when nothing else has changed', async () => {
    await upsertListing(partner.context, service());
    await withdrawListing(partner.context, one);
    const { outcome, listing } = await upsertListing(partner.context, service());
    expect(outcome).toBe('changed');
    expect(listing.status).toBe('published');
  });

  it('leaves a paused listing paused', async () => {
    const { listing } = await upsertListing(partner.context, service());
    await world.rows(`UPDATE listing SET status = 'paused' WHERE id = $1`, [listing.id]);
    const changed = await upsertListing(partner.context, service({ topics: [] }));
    expect(changed).toMatchObject({ outcome: 'changed', listing: { status: 'paused' } });
  });

  it('keeps the same id of a course and of a job apart', async () => {
    await upsertListing(partner.context, service());
    const { outcome } = await upsertListing(partner.context, {
      ...service(),
      kind: 'course',
      course: { hoursTotal: 60 },
    });
    expect(outcome).toBe('created');
    expect(await getOwnListing(partner.context, { ...one, kind: 'course' })).toMatchObject({
      course: { hoursTotal: 60 },
      job: null,
    });
    await expect(getOwnListing(partner.context, { ...one, kind: 'job' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves another organisation’s listing of the same id as it is', async () => {
    const other = await addPartner(world);
    const theirs = await upsertListing(other.context, service());
    const ours = await upsertListing(partner.context, service({ country: 'ID' }));
    expect(ours.outcome).toBe('created');
    await withdrawListing(partner.context, one);
    expect(await getOwnListing(other.context, one)).toEqual(theirs.listing);
  });

  it('keeps every character that the contract lets through', async () => {
    const text = `'; DROP TABLE listing; -- " \\ % _ $1 {{x}} <script>alert(1)</script> {"a":1} 😀 မြန်မာ`;
    const texts = [{ language: 'en', title: text, description: `${text}\n\n\t${text}` }];
    const { listing } = await upsertListing(partner.context, service({ texts, provider: text }));
    expect(listing).toMatchObject({ texts, provider: text });
  });

  it.each([
    ['a language twice', { texts: [...service().texts, ...service().texts] }, '/texts/2/language'],
    ['a hidden address in a text', { provider: 'At 99 EXAMPLE road' }, '/provider'],
    ['no text', { texts: [] }, '/texts'],
    ['NUL', { provider: 'a\u0000b' }, '/provider'],
    ['half a character', { provider: 'a\ud800' }, '/provider'],
  ])('refuses %s by pointer and leaves no row', async (_what, change, pointer) => {
    await expect(upsertListing(partner.context, service(change))).rejects.toMatchObject({
      code: 'invalid-input',
      issues: expect.arrayContaining([expect.objectContaining({ pointer })]),
    });
    expect(
      await world.rows('SELECT FROM listing WHERE organisation_id = $1', [partner.organisationId]),
    ).toHaveLength(0);
  });
});

describe('publishing at once', () => {
  it('the same listing sixteen times makes it once and leaves one whole version of it', async () => {
    for (let round = 0; round < 10; round++) {
      const id = `race-${round}`;
      const version = (n: number) =>
        service({
          externalId: id,
          texts: [{ language: 'en', title: `Version ${n}`, description: `Version ${n}` }],
          location: { visibility: 'public', address: { lines: [`Version ${n}`] } },
        });
      const all = await Promise.all(
        Array.from({ length: 16 }, (_, n) => upsertListing(partner.context, version(n))),
      );
      expect(all.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
      expect(new Set(all.map(({ listing }) => listing.id)).size).toBe(1);
      const { texts, location } = await getOwnListing(partner.context, { kind: 'service', externalId: id });
      expect(texts).toHaveLength(1);
      expect(location.address?.lines).toEqual([texts[0]?.title]);
    }
  });
});

describe('withdrawing', () => {
  it('can be repeated, and the second time changes no date', async () => {
    await upsertListing(partner.context, service());
    world.clock.advance(60_000);
    const first = await withdrawListing(partner.context, one);
    expect(first).toMatchObject({ status: 'withdrawn', updatedAt: '2026-11-24T09:01:00Z' });
    world.clock.advance(60_000);
    expect(await withdrawListing(partner.context, one)).toEqual(first);
  });

  it('of another organisation’s listing answers like one that never was', async () => {
    const other = await addPartner(world);
    await upsertListing(other.context, service());
    const refusal = await withdrawListing(partner.context, one).catch((error: unknown) => error);
    const random = await withdrawListing(partner.context, { ...one, externalId: 'random' }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toEqual(random);
    expect(refusal).toMatchObject({ code: 'not-found' });
    expect((await getOwnListing(other.context, one)).status).toBe('published');
  });
});

describe('listing one’s own', () => {
  it('gives every listing once, in the order of change, over pages of any size', async () => {
    for (let n = 0; n < 7; n++) {
      // Pairs share an instant, so that the id decides.
      if (n % 2 === 0) world.clock.advance(1);
      await upsertListing(partner.context, service({ externalId: `s-${n}` }));
    }
    for (const limit of [1, 2, 3, 7, 50]) {
      const found: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await listOwnListings(partner.context, {
          kind: 'service',
          limit,
          ...(cursor ? { cursor } : {}),
        });
        found.push(...page.listings.map(({ externalId }) => externalId));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(found.toSorted()).toEqual(Array.from({ length: 7 }, (_, n) => `s-${n}`));
      expect(found.slice(0, 2).toSorted()).toEqual(['s-0', 's-1']);
    }
  });

  it('can be narrowed to a status, and to what changed after an instant in any zone', async () => {
    await upsertListing(partner.context, service());
    world.clock.advance(60_000);
    await upsertListing(partner.context, service({ externalId: 'two' }));
    await withdrawListing(partner.context, { kind: 'service', externalId: 'two' });
    const ids = async (filter: object) =>
      (await listOwnListings(partner.context, { kind: 'service', ...filter })).listings.map(
        (l) => l.externalId,
      );
    expect(await ids({ status: 'withdrawn' })).toEqual(['two']);
    expect(await ids({ status: 'published' })).toEqual(['one']);
    expect(await ids({ modifiedAfter: '2026-11-24T16:00:00+07:00' })).toEqual(['two']);
    expect(await ids({ modifiedAfter: '2026-11-24T09:01:00Z' })).toEqual([]);
  });

  it('holds nothing of another organisation', async () => {
    const other = await addPartner(world);
    await upsertListing(other.context, service());
    expect(await listOwnListings(partner.context, { kind: 'service' })).toEqual({
      listings: [],
      nextCursor: null,
    });
  });
});
