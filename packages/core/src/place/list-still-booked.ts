import { sql } from 'kysely';
import { type Tx, toInstant } from '../kernel/index.ts';

const YEARS_AHEAD_MS = 2 * 366 * 86_400_000;

/** When a place, or one of its rooms, is still taken from now on: instants and nothing else, whoever asks. */
export async function listStillBooked(tx: Tx, placeId: string, roomId?: string): Promise<string[]> {
  const now = tx.clock.now();
  const [from, to] = [new Date(now), new Date(now + YEARS_AHEAD_MS)];
  const { rows } = await sql<{ starts_at: Date }>`
    SELECT starts_at FROM room_busy(ARRAY[${placeId}]::uuid[], ${from}, ${to}, ${from})
    WHERE ${roomId ?? null}::uuid IS NULL OR room_id = ${roomId ?? null}::uuid ORDER BY starts_at`.execute(
    tx.db,
  );
  return rows.map((row) => toInstant(row.starts_at));
}
