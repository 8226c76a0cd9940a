import type { Modality } from '@homeward/contracts/counsellor';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** An appointment ahead that a colleague could take; times in epoch milliseconds. */
export interface Going {
  id: string;
  personId: string;
  reference: string;
  modality: Modality;
  from: number;
  to: number;
}

interface Sought {
  counsellorId: string;
  personId?: string;
  ids?: readonly string[];
  /** Those that begin in it. */
  window?: { from: Date; until: Date };
}

/**
 * What a counsellor has ahead with people, each for themselves, in the order of their ids and held until the transaction
 * ends where `locking`. A seat in a group stays with the group. Ask under the system's view.
 */
export async function findGoing(
  { db, clock }: Pick<Tx, 'db' | 'clock'>,
  { counsellorId, personId, ids, window }: Sought,
  { locking = false } = {},
): Promise<Going[]> {
  if (ids?.length === 0) return [];
  let rows = db
    .selectFrom('appointment')
    .where('counsellor_id', '=', counsellorId)
    .where('kind', '=', 'single')
    .where('status', 'in', ['requested', 'booked'])
    .where('person_id', 'is not', null)
    .where(sql<boolean>`lower(period) > ${new Date(clock.now())}`)
    .select(['id', 'reference', 'modality', sql<string>`person_id`.as('person_id')])
    .select([sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')])
    .orderBy('id');
  if (personId !== undefined) rows = rows.where('person_id', '=', personId);
  if (ids !== undefined) rows = rows.where('id', 'in', ids);
  if (window !== undefined)
    rows = rows.where(sql<boolean>`lower(period) >= ${window.from} AND lower(period) < ${window.until}`);
  if (locking) rows = rows.forUpdate();
  const found = await rows.execute();
  return found.map(({ person_id, from, to, ...row }) => ({
    ...row,
    personId: person_id,
    from: from.getTime(),
    to: to.getTime(),
  }));
}

export const byStart = (one: Going, other: Going): number => one.from - other.from;
