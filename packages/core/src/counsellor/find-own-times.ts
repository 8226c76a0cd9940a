import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import type { OwnEntry } from './as-if-without.ts';

/** When the person who asks already has an appointment, so that they aren't offered that time elsewhere; but for one that is to be moved. */
export async function findOwnTimes(tx: Tx, window: Span, movingId?: string): Promise<Span[]> {
  if (tx.actor.kind !== 'person') return [];
  let select = selectOwn(tx, tx.actor.personId, window).where('status', 'in', ['requested', 'booked']);
  if (movingId !== undefined) select = select.where('id', '<>', movingId);
  return readSpans(await select.execute());
}

/** What the person who asks has with this counsellor that is in nobody's way but others': what they hold, and what is to be moved. */
export async function findOwnEntries(
  tx: Tx,
  window: Span,
  { counsellorId, movingId }: { counsellorId: string; movingId?: string | undefined },
): Promise<OwnEntry[]> {
  if (tx.actor.kind !== 'person') return [];
  const rows = await selectOwn(tx, tx.actor.personId, window)
    .where('counsellor_id', '=', counsellorId)
    .where((eb) =>
      eb.or([eb('status', '=', 'held'), ...(movingId === undefined ? [] : [eb('id', '=', movingId)])]),
    )
    .execute();
  return readSpans(rows);
}

function selectOwn(tx: Tx, personId: string, window: Span) {
  return tx.db
    .selectFrom('appointment')
    .where('person_id', '=', personId)
    .where(sql<boolean>`blocked_period && tstzrange(${new Date(window.from)}, ${new Date(window.to)})`)
    .select(['room_id', sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')]);
}

const readSpans = (rows: readonly { from: Date; to: Date; room_id: string | null }[]): OwnEntry[] =>
  rows.map(({ from, to, room_id }) => ({ from: from.getTime(), to: to.getTime(), roomId: room_id }));
