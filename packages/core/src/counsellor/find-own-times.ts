import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** When the person who asks already has an appointment, so that they aren't offered that time elsewhere. */
export async function findOwnTimes(tx: Tx, window: Span): Promise<Span[]> {
  if (tx.actor.kind !== 'person') return [];
  const rows = await tx.db
    .selectFrom('appointment')
    .where('person_id', '=', tx.actor.personId)
    .where('status', 'in', ['requested', 'booked'])
    .where(sql<boolean>`period && tstzrange(${new Date(window.from)}, ${new Date(window.to)})`)
    .select([sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')])
    .execute();
  return rows.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() }));
}
