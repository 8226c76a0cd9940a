import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Appointments that ended long ago, with the notices of them that nobody ever saw. */
export async function forgetAppointments({ db }: Tx, before: Date): Promise<number> {
  const over = sql<boolean>`upper(period) <= ${before}::timestamptz`;
  await db
    .deleteFrom('notice')
    .where('appointment_id', 'in', (eb) => eb.selectFrom('appointment').select('id').where(over))
    .execute();
  const { numDeletedRows } = await db.deleteFrom('appointment').where(over).executeTakeFirst();
  return Number(numDeletedRows);
}
