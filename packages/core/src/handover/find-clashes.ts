import type { Clash } from '@homeward/contracts/handover';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import type { Colleague } from './colleague.ts';
import type { Going } from './find-going.ts';

/** A stretch of time in which a colleague can't take an appointment, buffers included; epoch milliseconds. */
interface Taken {
  from: number;
  to: number;
}

const MINUTE = 60_000;

/** Which of these a colleague can't take, and why: what they have and time off stand in the way, and a way that is not theirs. */
export async function findClashes(
  tx: Tx,
  going: readonly Going[],
  colleague: Colleague,
): Promise<Map<string, Clash>> {
  if (going.length === 0) return new Map();
  return decideClashes(going, colleague, await findTaken(tx, going, colleague));
}

/** The same, of what is taken. Two that would run into each other's buffers clash, too. */
export function decideClashes(
  going: readonly Going[],
  colleague: Colleague,
  taken: readonly Taken[],
): Map<string, Clash> {
  const clashes = new Map<string, Clash>();
  const kept: Taken[] = [...taken];
  for (const one of going.toSorted((a, b) => a.from - b.from)) {
    const blocked = {
      from: one.from - colleague.buffer_before_minutes * MINUTE,
      to: one.to + colleague.buffer_after_minutes * MINUTE,
    };
    if (!colleague.modalities.includes(one.modality)) clashes.set(one.id, 'way');
    else if (kept.some((other) => other.from < blocked.to && blocked.from < other.to))
      clashes.set(one.id, 'taken');
    else kept.push(blocked);
  }
  return clashes;
}

/** When the colleague is taken, without a word of why: the functions that free times are made of. */
async function findTaken(tx: Tx, going: readonly Going[], colleague: Colleague): Promise<Taken[]> {
  const DAY = 24 * 60 * MINUTE;
  const from = new Date(Math.min(...going.map((one) => one.from)) - DAY);
  const to = new Date(Math.max(...going.map((one) => one.to)) + DAY);
  const { rows } = await sql<{ starts_at: Date; ends_at: Date }>`
    SELECT starts_at - make_interval(mins => buffer_before_minutes) AS starts_at,
        ends_at + make_interval(mins => buffer_after_minutes) AS ends_at
      FROM counsellor_busy(ARRAY[${colleague.id}::uuid], ${from}, ${to}, ${new Date(tx.clock.now())})
    UNION ALL
    SELECT lower(period), upper(period) FROM time_off
      WHERE counsellor_id = ${colleague.id}::uuid AND period && tstzrange(${from}, ${to})`.execute(tx.db);
  return rows.map((row) => ({ from: row.starts_at.getTime(), to: row.ends_at.getTime() }));
}
