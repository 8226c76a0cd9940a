import type { AnyCounsellor } from '@homeward/contracts/booking';
import type { Modality } from '@homeward/contracts/counsellor';
import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { findAvailabilities, findWishedRows, offeredSlots } from '../counsellor/index.ts';
import { asSystem, type Random, type Tx } from '../kernel/index.ts';

/** How much somebody has to do, and when somebody was last given to them. */
export interface Load {
  id: string;
  confirmsByHand: boolean;
  /** Appointments of the next fourteen days. */
  coming: number;
  /** Epoch milliseconds; 0: never. */
  lastTaken: number;
}

/**
 * The fair order: who answers at once before who answers later, then who has least to do, then who was chosen longest ago,
 * then by lot.
 */
export function inFairOrder<One extends Load>(loads: readonly One[], random: Random): One[] {
  return loads
    .map((load) => ({ load, lot: random.integer(2 ** 32) }))
    .sort(
      (a, b) =>
        Number(a.load.confirmsByHand) - Number(b.load.confirmsByHand) ||
        a.load.coming - b.load.coming ||
        a.load.lastTaken - b.load.lastTaken ||
        a.lot - b.lot,
    )
    .map(({ load }) => load);
}

const MINUTE = 60_000;
const DAYS_AHEAD = 14;
const LOOKS_BACK = 90 * 24 * 60 * MINUTE;

/** Who of those that fit is free at this time, as far as anybody knows without a lock, in fair order. */
export async function findAny(
  tx: Tx,
  wish: AnyCounsellor & { startsAt: number; modality: Modality },
): Promise<{ id: string; language: string | undefined }[]> {
  const rows = await findWishedRows(tx, wish);
  const now = tx.clock.now();
  const longest = Math.max(0, ...rows.map((row) => row.length_minutes));
  const window = { from: wish.startsAt, to: wish.startsAt + longest * MINUTE };
  const availabilities = await findAvailabilities(tx, rows, window);
  const free = rows.filter((row) => {
    const offer = availabilities.get(row.id);
    const span = { from: wish.startsAt, to: wish.startsAt + row.length_minutes * MINUTE };
    // Whoever meets people in a place whose rooms are all taken is not free for who wants to come.
    const [slot] = offer ? offeredSlots(offer, { now, window: span }) : [];
    return slot?.modalities.includes(wish.modality) === true;
  });
  const ahead = { from: now, to: now + DAYS_AHEAD * 24 * 60 * MINUTE };
  const loads = await readLoads(
    tx,
    free.map(({ id }) => id),
    ahead,
  );
  const all = free.map((row) => ({
    id: row.id,
    language: spokenAs(row.languages, wish.language),
    confirmsByHand: row.confirms_by_hand,
    coming: loads.get(row.id)?.coming ?? 0,
    lastTaken: loads.get(row.id)?.last_taken?.getTime() ?? 0,
  }));
  return inFairOrder(all, tx.random);
}

/** The form of a language that somebody speaks: asked for `zh`, it may be `zh-Hant`. */
const spokenAs = (spoken: readonly string[], language: string | undefined): string | undefined =>
  spoken.find((one) => one === language) ?? spoken.find((one) => one.startsWith(`${language}-`));

/** Two numbers for each, which decide the order and never leave: no caller could read them. */
async function readLoads(tx: Tx, ids: readonly string[], ahead: Span) {
  if (ids.length === 0) return new Map<string, { coming: number; last_taken: Date | null }>();
  const rows = await asSystem(tx, (db) =>
    db
      .selectFrom('appointment')
      .where('counsellor_id', 'in', ids)
      .where('kind', '<>', 'seat')
      .where('status', 'not in', ['held', 'cancelled'])
      // However long somebody has been here: who has had nobody since then is as free as who never had.
      .where(sql<boolean>`lower(period) >= ${new Date(ahead.from - LOOKS_BACK)}`)
      .groupBy('counsellor_id')
      .select((eb) => [
        'counsellor_id',
        sql<number>`count(*) FILTER (WHERE lower(period) >= ${new Date(ahead.from)} AND lower(period) < ${new Date(ahead.to)})::integer`.as(
          'coming',
        ),
        eb.fn.max('created_at').as('last_taken'),
      ])
      .execute(),
  );
  return new Map(rows.map((row) => [row.counsellor_id, row]));
}
