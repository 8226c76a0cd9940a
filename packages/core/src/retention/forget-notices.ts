import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Old enough that nobody comes to see it. */
const NEVER_SEEN = sql<Date>`acting_at() - interval '2 years'`;

/** Notices that were seen long ago, of staff and of persons; and those about no appointment that nobody ever saw. */
export async function forgetNotices({ db }: Tx, before: Date): Promise<number> {
  const ofStaff = await db
    .deleteFrom('notice')
    .where((eb) =>
      eb.or([
        eb('seen_at', '<=', before),
        eb.and([eb('appointment_id', 'is', null), eb('created_at', '<=', NEVER_SEEN)]),
      ]),
    )
    .executeTakeFirst();
  const ofPersons = await db.deleteFrom('person_notice').where('seen_at', '<=', before).executeTakeFirst();
  return Number(ofStaff.numDeletedRows + ofPersons.numDeletedRows);
}
