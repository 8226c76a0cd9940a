import { CancelSeriesFrom } from '@homeward/contracts/series';
import { sql } from 'kysely';
import { appointmentNotFound, giveBack } from '../booking/index.ts';
import { actingAs, command, Failure } from '../kernel/index.ts';

/**
 * Gives back this appointment and those of its series after it, without a reason; what came before stays. Fine to repeat.
 * Throws `not-found`, also for one that is in no series, or `too-late-to-cancel` once it has begun.
 */
export const cancelSeriesFrom = command({
  action: 'series.cancel-from',
  scope: 'appointments:own',
  input: CancelSeriesFrom,
  run: async (tx, { id }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const first = await tx.db
      .selectFrom('appointment')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .select(['series_id', sql<Date>`lower(period)`.as('from')])
      .executeTakeFirst();
    if (!first || first.series_id === null) throw appointmentNotFound();
    if (first.from.getTime() <= tx.clock.now())
      throw new Failure('too-late-to-cancel', 'this appointment has begun or is over');
    const rows = await tx.db
      .selectFrom('appointment')
      .where('person_id', '=', personId)
      .where('series_id', '=', first.series_id)
      .where('status', 'in', ['requested', 'booked'])
      .where(sql<boolean>`lower(period) >= ${first.from}`)
      .select(['id', 'organisation_id', 'counsellor_id'])
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const row of rows) await giveBack(tx, row);
    return { id };
  },
  subject: ({ id }) => id,
});
