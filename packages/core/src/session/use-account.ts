import { sql } from 'kysely';
import { Failure, type Tx } from '../kernel/index.ts';

/**
 * Notes the month of a use. Throws `wrong-sign-in` when the account was not used for a year, and nobody took care of it
 * with an appointment: by then the phone, the number and the passphrase may be in other hands.
 */
export async function useAccount({ db, clock }: Tx, personId: string): Promise<void> {
  const now = new Date(clock.now());
  const month = sql<string>`date_trunc('month', ${now}::timestamptz AT TIME ZONE 'UTC')::date`;
  const used = await db
    .updateTable('person')
    .set({ used_in: month })
    .where('id', '=', personId)
    .where(sql<boolean>`person_active_until(id) > ${now}::timestamptz - interval '12 months'`)
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) throw new Failure('wrong-sign-in', 'the account was not used for a year');
}
