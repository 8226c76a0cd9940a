import type { LocationVisibility } from '@homeward/contracts/listing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  addPartner,
  addStaff,
  createWorld,
  type Partner,
  type World,
} from '../../testing/index.ts';
import { type Actor, type Context, inTransaction } from '../kernel/index.ts';
import {
  browseListings,
  getListing,
  getOwnListing,
  listOwnListings,
  upsertListing,
  withdrawListing,
} from './index.ts';

const CANARY = 'canary-5b1f-aman';
const target = { kind: 'service', externalId: 'shelter' } as const;

let world: World;
let partner: Partner;
let readers: Context[];
let listingId: string;
beforeAll(async () => {
  world = await createWorld();
  partner = await addPartner(world);
  const other = await addPartner(world);
  readers = [
    world.visitor,
    await world.person(),
    await addCounsellor(world, { organisationId: other.organisationId }),
    await addCounsellor(world, { organisationId: partner.organisationId }),
  ];
});
afterAll(() => world[Symbol.asyncDispose]());

async function publish(visibility: LocationVisibility, area = true) {
  const { listing } = await upsertListing(partner.context, {
    ...target,
    texts: [{ language: 'en', title: 'A safe place', description: 'Ask us first.' }],
    country: 'TH',
    location: {
      visibility,
      ...(area ? { area: `area of ${visibility}` } : {}),
      address: {
        lines: [`${CANARY} 7`],
        city: CANARY,
        region: CANARY,
        postalCode: CANARY,
        latitude: 18.7883,
      },
    },
  });
  listingId = listing.id;
}

/** Everything that anybody but its organisation can get out of the use-cases, as bytes. */
async function everythingOut(): Promise<string> {
  const answers = [];
  for (const reader of readers) {
    for (const locale of ['en', 'th', 'id'] as const) {
      answers.push(await browseListings(reader, { locale }));
      for (const words of [CANARY, 'canary', '7', 'safe']) {
        answers.push(await browseListings(reader, { locale, words }));
      }
      answers.push(await getListing(reader, { id: listingId, locale }).catch((error: unknown) => error));
    }
  }
  return JSON.stringify(answers, (_, value) =>
    value instanceof Error ? { ...value, message: value.message } : value,
  );
}

describe('an address that must not be shown', () => {
  it.each(['area', 'contact-first'] as const)(
    'leaves in no answer while the place is %s',
    async (visibility) => {
      await publish(visibility);
      const out = await everythingOut();
      expect(out).toContain('A safe place');
      expect(out).not.toContain('canary');
      expect(out).not.toContain('18.78');
    },
  );

  it('leaves in no answer after the place was public once', async () => {
    await publish('public');
    expect(await everythingOut()).toContain(CANARY);
    await publish('area');
    expect(await everythingOut()).not.toContain('canary');
  });

  it.each(['public', 'area', 'contact-first'] as const)(
    'leaves in no answer once a %s listing is withdrawn, and nothing else of it either',
    async (visibility) => {
      await publish(visibility);
      await withdrawListing(partner.context, target);
      const out = await everythingOut();
      expect(out).not.toContain('canary');
      expect(out).not.toContain('A safe place');
    },
  );

  it('is paused with its listing', async () => {
    await publish('public');
    await world.rows(`UPDATE listing SET status = 'paused'`);
    expect(await everythingOut()).not.toContain('canary');
    await world.rows(`UPDATE listing SET status = 'published'`);
  });

  it('is kept for the organisation that wrote it', async () => {
    await publish('contact-first');
    expect((await getOwnListing(partner.context, target)).location.address?.lines).toEqual([`${CANARY} 7`]);
    expect(JSON.stringify(await listOwnListings(partner.context, { kind: 'service' }))).toContain(CANARY);
  });
});

describe('the area of a place', () => {
  it('is shown, except when people must ask first', async () => {
    await publish('area');
    expect(await getListing(world.visitor, { id: listingId, locale: 'en' })).toMatchObject({
      area: 'area of area',
    });
    await publish('contact-first');
    expect(await everythingOut()).not.toContain('area of');
  });
});

describe('a public address', () => {
  it('is shown whole on the page of the listing, and not in lists', async () => {
    await publish('public');
    const { address } = await getListing(world.visitor, { id: listingId, locale: 'en' });
    expect(address).toMatchObject({ city: CANARY, latitude: 18.7883 });
    expect(JSON.stringify(await browseListings(world.visitor, { locale: 'en' }))).not.toContain('canary');
  });
});

describe('row-level security alone, past every use-case,', () => {
  const select = (actor: Actor, table: string) =>
    inTransaction(world.as(actor), 'read only', async ({ db }) => {
      const { rows } = await sql`SELECT * FROM ${sql.table(table)}`.execute(db);
      return rows.length;
    });
  const strangers = {} as Record<'partner-key' | 'partner-staff', Actor>;
  const stranger = (kind: 'partner-key' | 'partner-staff'): Actor => strangers[kind];
  beforeAll(async () => {
    const { organisationId, context } = await addPartner(world);
    strangers['partner-key'] = context.actor;
    strangers['partner-staff'] = (await addStaff(world, { role: 'partner-staff', organisationId })).actor;
  });

  it.each(['partner-key', 'partner-staff'] as const)(
    'keeps a hidden address from another organisation’s %s',
    async (kind) => {
      await publish('area');
      expect(await select(stranger(kind), 'listing_address')).toBe(0);
      await publish('contact-first');
      expect(await select(stranger(kind), 'listing_address')).toBe(0);
      expect(await select(partner.context.actor, 'listing_address')).toBe(1);
    },
  );

  it('keeps a withdrawn listing from it whole', async () => {
    await publish('public');
    expect(await select(stranger('partner-key'), 'listing_address')).toBe(1);
    await withdrawListing(partner.context, target);
    for (const table of ['listing', 'listing_text', 'listing_address']) {
      expect(await select(stranger('partner-key'), table), table).toBe(0);
    }
  });

  it('gives nothing at all to a connection that does not say who acts', async () => {
    await publish('public');
    for (const table of [
      'listing',
      'listing_text',
      'listing_address',
      'organisation',
      'api_key',
      'idempotency_record',
    ]) {
      const { rows } = await sql`SELECT * FROM ${sql.table(table)}`.execute(world.db);
      expect(rows, table).toHaveLength(0);
    }
  });

  it('lets it change, take over or delete nothing', async () => {
    await publish('public');
    const before = await world.rows('SELECT * FROM listing');
    const attempts = [
      sql`UPDATE listing SET status = 'withdrawn'`,
      sql`UPDATE listing_text SET title = 'taken over'`,
      sql`DELETE FROM listing_text`,
      sql`UPDATE listing_address SET address = '{}'`,
      sql`DELETE FROM listing_address`,
    ];
    for (const attempt of attempts) {
      const changed = await inTransaction(world.as(stranger('partner-key')), 'read write', ({ db }) =>
        attempt.execute(db),
      );
      expect(changed.numAffectedRows).toBe(0n);
    }
    const intrusions = [
      sql`INSERT INTO listing_text VALUES (${listingId}, ${partner.organisationId}, 'fr', 'x', 'x')`,
      sql`INSERT INTO listing_address VALUES (${listingId}, ${partner.organisationId}, '{}')`,
      sql`INSERT INTO listing SELECT gen_random_uuid(), organisation_id, kind, 'new', status, provider, country, topics,
        languages, delivery, cost, papers, visibility, area, contact, details, original_language, content_hash, created_at,
        updated_at FROM listing`,
    ];
    for (const intrusion of intrusions) {
      await expect(
        inTransaction(world.as(stranger('partner-key')), 'read write', ({ db }) => intrusion.execute(db)),
      ).rejects.toThrow(/row-level security/);
    }
    expect(await world.rows('SELECT * FROM listing')).toEqual(before);
  });
});
