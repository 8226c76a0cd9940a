import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { range } from '../booking/index.ts';
import { asSystem, type Tx } from '../kernel/index.ts';

/**
 * Locks whoever has a seat of this group, in one order, lets go of what they hold at this time, and answers the seats of
 * those who have something else then. Nothing of it is shown to anybody.
 */
export async function makeWayForSeats(tx: Tx, groupId: string, span: Span): Promise<Set<string>> {
  return asSystem(tx, async (db) => {
    const people = await db
      .selectFrom('person')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('appointment')
          .where('group_id', '=', groupId)
          .where('status', 'in', ['requested', 'booked'])
          .select('person_id'),
      )
      .select('id')
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    const ids = people.map(({ id }) => id);
    if (ids.length === 0) return new Set<string>();
    const then = sql<boolean>`period && ${range(span)}`;
    await db
      .updateTable('appointment')
      .set({ hold_expires_at: new Date(tx.clock.now()) })
      .where('person_id', 'in', ids)
      .where('status', '=', 'held')
      .where(then)
      .execute();
    for (const id of ids) await sql`SELECT release_holds('{}', ${id}::uuid, '{}')`.execute(db);
    const rows = await db
      .selectFrom('appointment as seat')
      .where('seat.group_id', '=', groupId)
      .where('seat.person_id', 'in', ids)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('appointment')
            .whereRef('appointment.person_id', '=', 'seat.person_id')
            .whereRef('appointment.id', '<>', 'seat.id')
            .where('appointment.status', 'in', ['requested', 'booked'])
            .where(then)
            .select('appointment.id'),
        ),
      )
      .select('seat.id')
      .execute();
    return new Set(rows.map(({ id }) => id));
  });
}
