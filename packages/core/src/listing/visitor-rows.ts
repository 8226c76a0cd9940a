import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { selectPublishedListings } from './published-listings.ts';

type Published = ReturnType<typeof selectPublishedListings>;

/** With what a summary is made of. No address: a list has no use for one. */
export const withSummary = (published: Published) =>
  published
    .select(['l.id', 'l.kind', 'l.provider', 'l.country', 'l.area', 'l.topics', 'l.languages', 'l.delivery'])
    .select(['l.cost', 'l.papers', 'l.visibility', 'l.original_language', 'l.updated_at'])
    .select(['o.name as organisation_name', 'o.fictional'])
    .select(({ selectFrom }) =>
      jsonArrayFrom(
        selectFrom('listing_text as t')
          .whereRef('t.listing_id', '=', 'l.id')
          .select(['t.language', 't.title', 't.description'])
          .orderBy('t.language'),
      ).as('texts'),
    );

/** With all that a visitor may read. The address comes along only where the place is public: the policy holds back the others too. */
export const withDetails = (published: Published) =>
  withSummary(published)
    .leftJoin('listing_address as a', (join) =>
      join.onRef('a.listing_id', '=', 'l.id').on('l.visibility', '=', 'public'),
    )
    .select(['l.contact', 'l.details', 'a.address']);

export type SummaryRow = Awaited<ReturnType<ReturnType<typeof withSummary>['executeTakeFirstOrThrow']>>;
export type DetailsRow = Awaited<ReturnType<ReturnType<typeof withDetails>['executeTakeFirstOrThrow']>>;
