import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '../kernel/index.ts';

/** The listings of one organisation, whatever their status, with everything it wrote. */
export const selectOwnListings = ({ db }: Pick<Tx, 'db'>, organisationId: string) =>
  db
    .selectFrom('listing as l')
    .leftJoin('listing_address as a', (join) =>
      join.onRef('a.listing_id', '=', 'l.id').on('a.organisation_id', '=', organisationId),
    )
    .where('l.organisation_id', '=', organisationId)
    .select(['l.id', 'l.kind', 'l.external_id', 'l.status', 'l.original_language', 'l.provider', 'l.country'])
    .select([
      'l.topics',
      'l.languages',
      'l.delivery',
      'l.cost',
      'l.papers',
      'l.visibility',
      'l.area',
      'l.contact',
    ])
    .select(['l.details', 'l.created_at', 'l.updated_at', 'a.address'])
    .select(({ selectFrom }) =>
      jsonArrayFrom(
        selectFrom('listing_text as t')
          .whereRef('t.listing_id', '=', 'l.id')
          .select(['t.language', 't.title', 't.description'])
          .orderBy('t.language'),
      ).as('texts'),
    );

export type OwnListingRow = Awaited<
  ReturnType<ReturnType<typeof selectOwnListings>['executeTakeFirstOrThrow']>
>;
