import { sql } from 'kysely';
import { actingAs, Failure, type Tx } from '../kernel/index.ts';

/** An offer of the signed-in person, with the wish it answers. Throws `not-found`, the same for another's and for none. */
export async function readMyOffer(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('time_offer as offer')
    .innerJoin('waiting_wish as wish', 'wish.id', 'offer.wish_id')
    .innerJoin('counsellor', 'counsellor.id', 'offer.counsellor_id')
    .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
    .where('offer.id', '=', id)
    .where('offer.person_id', '=', actingAs(tx.actor, 'person').personId)
    .select([
      'offer.id',
      'offer.wish_id',
      'offer.counsellor_id',
      'offer.organisation_id',
      'offer.starts_at',
      'offer.ends_at',
      'offer.modality',
      'offer.answer',
      'wish.appointment_id',
      'wish.language',
      sql<boolean>`wish.ended_at IS NULL`.as('wished'),
      'counsellor.alias',
      'organisation.name as organisation_name',
    ])
    .executeTakeFirst();
  if (row) return row;
  throw new Failure('not-found', 'there is no such offer');
}
