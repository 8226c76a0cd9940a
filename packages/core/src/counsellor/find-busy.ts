import { type Busy, busyWindow, type Limits, type Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** When one counsellor is taken: each entry its start and end in epoch milliseconds, and the minutes around it. */
export type BusyRow = { id: string; busy: [from: number, to: number, before: number, after: number][] };

/**
 * What takes these counsellors' time near a window, as one JSON value of an SQL statement. Lists rather than objects: there
 * can be tens of thousands.
 */
export function selectBusy(tx: Tx, counsellors: readonly { id: string; limits: Limits }[], window: Span) {
  const ids = counsellors.map(({ id }) => id);
  const windows = counsellors.map(({ limits }) => busyWindow(limits, window));
  const from = new Date(Math.min(...windows.map((one) => one.from)));
  const to = new Date(Math.max(...windows.map((one) => one.to)));
  const now = new Date(tx.clock.now());
  const epoch = (column: 'starts_at' | 'ends_at') =>
    // date_part, since extract() reckons in decimal numbers, ten times as slowly.
    sql`date_part('epoch', ${sql.ref(column)}) * 1000`;
  return sql<
    BusyRow[]
  >`(SELECT coalesce(json_agg(json_build_object('id', counsellor_id, 'busy', entries)), '[]') FROM (
    SELECT counsellor_id, json_agg(json_build_array(${epoch('starts_at')}, ${epoch('ends_at')},
      buffer_before_minutes, buffer_after_minutes)) AS entries
    FROM counsellor_busy(${ids}::uuid[], ${from}, ${to}, ${now}) GROUP BY counsellor_id) AS busy)`;
}

/** The same, alone. */
export async function findBusy(
  tx: Tx,
  counsellors: readonly { id: string; limits: Limits }[],
  window: Span,
): Promise<Map<string, Busy[]>> {
  const { busy } = await tx.db
    .selectNoFrom(selectBusy(tx, counsellors, window).as('busy'))
    .executeTakeFirstOrThrow();
  return readBusy(busy);
}

/** The rows of `selectBusy` as the engine takes them, by counsellor; none for whoever has nothing. */
export function readBusy(rows: readonly BusyRow[]): Map<string, Busy[]> {
  return new Map(
    rows.map(({ id, busy }) => [
      id,
      busy.map(([from, to, bufferBeforeMinutes, bufferAfterMinutes]) => ({
        from,
        to,
        bufferBeforeMinutes,
        bufferAfterMinutes,
      })),
    ]),
  );
}
