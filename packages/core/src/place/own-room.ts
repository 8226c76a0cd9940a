import { Failure, type Tx } from '../kernel/index.ts';
import { ownOrganisation } from './own-places.ts';

/** Locks an open room of one's own organisation and answers its place. Throws `not-found`, the same for another's and for none. */
export async function lockOwnRoom(tx: Tx, id: string): Promise<{ placeId: string }> {
  const row = await tx.db
    .selectFrom('room')
    .where('id', '=', id)
    .where('organisation_id', '=', ownOrganisation(tx))
    .where('closed_at', 'is', null)
    .select('place_id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new Failure('not-found', 'there is no such room');
  return { placeId: row.place_id };
}
