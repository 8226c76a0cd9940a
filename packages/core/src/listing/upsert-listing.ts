import { UpsertListing } from '@homeward/contracts/listing';
import { actingAs, command, Failure, newId, type Tx } from '../kernel/index.ts';
import { findUnfitTexts } from './find-unfit-texts.ts';
import { hashContent, type ListingContent, toContent } from './listing-content.ts';
import { selectOwnListings } from './own-listings.ts';
import { type OwnListing, presentOwnListing } from './present-own-listing.ts';

export interface Upserted {
  /** `unchanged`: what was sent stands there already, and no date has moved. */
  outcome: 'created' | 'changed' | 'unchanged';
  listing: OwnListing;
}

/** Publishes a listing of the key's organisation, or replaces it whole, by its kind and the organisation's own id of it. */
export const upsertListing = command({
  action: 'listing.upsert',
  scope: 'listings:write',
  input: UpsertListing,
  subject: ({ listing }: Upserted) => listing.id,
  async run(tx, input) {
    const issues = findUnfitTexts(input);
    if (issues.length > 0)
      throw new Failure('invalid-input', 'the texts can’t be published like this', issues);
    const target: Target = {
      organisationId: actingAs(tx.actor, 'partner-key').organisationId,
      kind: input.kind,
      externalId: input.externalId,
    };
    const content = toContent(input);
    const outcome = (await insertListing(tx, target, content)) ?? (await changeListing(tx, target, content));
    const row = await selectOwnListings(tx, target.organisationId)
      .where('l.kind', '=', target.kind)
      .where('l.external_id', '=', target.externalId)
      .executeTakeFirstOrThrow();
    return { outcome, listing: presentOwnListing(row) };
  },
});

interface Target {
  organisationId: string;
  kind: UpsertListing['kind'];
  externalId: string;
}

/** Nothing when it is there already: also when somebody else puts it there at this moment, whose commit this waits for. */
async function insertListing(
  tx: Tx,
  target: Target,
  content: ListingContent,
): Promise<'created' | undefined> {
  const now = new Date(tx.clock.now());
  const created = await tx.db
    .insertInto('listing')
    .values({
      id: newId(tx),
      organisation_id: target.organisationId,
      kind: target.kind,
      external_id: target.externalId,
      status: 'published',
      ...toColumns(content),
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'kind', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (created === undefined) return undefined;
  await writeParts(tx, target.organisationId, created.id, content);
  return 'created';
}

/** Locks the row first, so that of two at once the second sees what the first has made of it. */
async function changeListing(
  tx: Tx,
  target: Target,
  content: ListingContent,
): Promise<'changed' | 'unchanged'> {
  const { id, status, content_hash } = await tx.db
    .selectFrom('listing')
    .where('organisation_id', '=', target.organisationId)
    .where('kind', '=', target.kind)
    .where('external_id', '=', target.externalId)
    .select(['id', 'status', 'content_hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const columns = toColumns(content);
  if (columns.content_hash.equals(content_hash) && status !== 'withdrawn') return 'unchanged';
  await tx.db
    .updateTable('listing')
    .set({
      ...columns,
      // Whoever paused it has a reason that publishing it again does not take away.
      status: status === 'withdrawn' ? 'published' : status,
      updated_at: new Date(tx.clock.now()),
    })
    .where('id', '=', id)
    .execute();
  await tx.db.deleteFrom('listing_text').where('listing_id', '=', id).execute();
  await tx.db.deleteFrom('listing_address').where('listing_id', '=', id).execute();
  await writeParts(tx, target.organisationId, id, content);
  return 'changed';
}

function toColumns(content: ListingContent) {
  return {
    provider: content.provider,
    country: content.country,
    topics: content.topics,
    languages: content.languages,
    delivery: content.delivery,
    cost: JSON.stringify(content.cost),
    papers: JSON.stringify(content.papers),
    visibility: content.visibility,
    area: content.area,
    contact: JSON.stringify(content.contact),
    details: JSON.stringify(content.details),
    original_language: content.texts[0]?.language ?? '',
    content_hash: hashContent(content),
  };
}

async function writeParts(
  tx: Tx,
  organisationId: string,
  listingId: string,
  content: ListingContent,
): Promise<void> {
  await tx.db
    .insertInto('listing_text')
    .values(
      content.texts.map((text) => ({ listing_id: listingId, organisation_id: organisationId, ...text })),
    )
    .execute();
  if (content.address !== null) {
    await tx.db
      .insertInto('listing_address')
      .values({
        listing_id: listingId,
        organisation_id: organisationId,
        address: JSON.stringify(content.address),
      })
      .execute();
  }
}
