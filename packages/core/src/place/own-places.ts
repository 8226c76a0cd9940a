import { Failure, organisationOf, type Tx } from '../kernel/index.ts';

/** The organisation whose places these are; scopes have refused everybody who has none. */
export function ownOrganisation(tx: Tx): string {
  const id = organisationOf(tx.actor);
  if (id === null) throw new Failure('forbidden', 'only staff of an organisation have places');
  return id;
}

/** The open places of one's own organisation. */
export function selectOwnPlaces(tx: Tx) {
  return tx.db
    .selectFrom('place')
    .innerJoin('place_detail', (join) =>
      join
        .onRef('place_detail.place_id', '=', 'place.id')
        .onRef('place_detail.organisation_id', '=', 'place.organisation_id'),
    )
    .where('place.organisation_id', '=', ownOrganisation(tx))
    .where('place.closed_at', 'is', null)
    .select(['place.id', 'place.area', 'place_detail.name', 'place_detail.address']);
}

/** Locks an open place of one's own organisation. Throws `not-found`, the same for another's, a closed one and none. */
export async function lockOwnPlace(tx: Tx, id: string): Promise<void> {
  const row = await tx.db
    .selectFrom('place')
    .where('id', '=', id)
    .where('organisation_id', '=', ownOrganisation(tx))
    .where('closed_at', 'is', null)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
}

const notFound = (): Failure => new Failure('not-found', 'there is no such place');

/** As many as anybody needs, and few enough to be listed at once. */
export const MOST_PLACES = 50;
export const MOST_ROOMS = 50;

export const tooMany = (): Failure => new Failure('conflict', 'there are as many as there may be');
