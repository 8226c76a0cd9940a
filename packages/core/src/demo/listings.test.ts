import { UpsertListing } from '@homeward/contracts/listing';
import { describe, expect, it } from 'vitest';
import { addPartner, createWorld } from '../../testing/index.ts';
import { upsertListing } from '../listing/index.ts';
import { DEMO_LISTINGS } from './listings.ts';

const all = DEMO_LISTINGS.map(({ organisation, listing }) => ({
  name: `${organisation} ${listing.externalId}`,
  listing: UpsertListing.parse(listing),
}));

describe('the made-up listings', () => {
  it('have an id of their own each', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('show every kind, visibility, topic, delivery, cost and state of papers', () => {
    const shown = (part: (listing: UpsertListing) => string | string[]) =>
      new Set(all.flatMap(({ listing }) => part(listing))).size;
    expect(shown((listing) => listing.kind)).toBe(3);
    expect(shown((listing) => listing.location.visibility)).toBe(3);
    expect(shown((listing) => listing.topics)).toBe(10);
    expect(shown((listing) => listing.delivery)).toBe(3);
    expect(shown((listing) => listing.cost.kind)).toBe(3);
    expect(shown((listing) => listing.papers.kind)).toBe(3);
    expect(shown((listing) => listing.texts.map(({ language }) => language))).toBeGreaterThanOrEqual(8);
  });

  it('can be published, each as new', async () => {
    await using world = await createWorld();
    const { context } = await addPartner(world);
    for (const { organisation, listing } of DEMO_LISTINGS) {
      const externalId = `${organisation} ${listing.externalId}`;
      expect((await upsertListing(context, { ...listing, externalId })).outcome).toBe('created');
    }
  });

  it.each(all)('lead to nobody real: $name', ({ listing }) => {
    const { phone, email, url } = listing.contact;
    expect(phone ?? '+1 555 0100').toMatch(/^\+1 555 01\d\d$/);
    expect(email ?? 'a@x.example').toMatch(/\.example$/);
    expect(new URL(url ?? 'https://x.example').hostname).toMatch(/\.example$/);
  });

  it.each(all.filter(({ listing }) => listing.topics[0] === 'housing'))(
    'a place to live must be asked for first: $name',
    ({ listing }) => {
      expect(listing.location.visibility).toBe('contact-first');
      expect(listing.location.address).toBeDefined();
    },
  );
});
