import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import { refuseOverlap } from './refuse-booking.ts';

interface Colleague {
  id: string;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
}

const minutes = (count: number): RawBuilder<unknown> => sql`make_interval(mins => ${count}::integer)`;

/**
 * Gives appointments to a colleague, whose row is locked, at the times that they have, with the colleague's own buffers.
 * Throws `slot-taken` when one of them can't be: then none is. Ask under the system's view.
 */
export async function giveToColleague(
  tx: Pick<Tx, 'db'>,
  ids: readonly string[],
  colleague: Colleague,
): Promise<void> {
  for (const id of ids)
    await tx.db
      .updateTable('appointment')
      .set({
        counsellor_id: colleague.id,
        blocked_period: sql<string>`tstzrange(lower(period) - ${minutes(colleague.buffer_before_minutes)},
          upper(period) + ${minutes(colleague.buffer_after_minutes)}, '[)')`,
      })
      .where('id', '=', id)
      .execute()
      .catch(refuseOverlap);
}
