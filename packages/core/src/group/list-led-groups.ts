import { sql } from 'kysely';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';
import { readGroupTexts } from './present-group.ts';
import { findTakenSeats, selectGroups } from './select-groups.ts';

/** The groups to come of the signed-in counsellor, soonest first, without who comes. */
export const listLedGroups = query({
  action: 'group.list-led',
  scope: 'agenda:own',
  input: z.undefined(),
  run: async (tx) => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    const rows = await selectGroups(tx)
      .where('appointment.counsellor_id', '=', staffId)
      .where(sql<boolean>`appointment.status <> 'cancelled'`)
      .execute();
    const taken = await findTakenSeats(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      id: row.id,
      startsAt: toInstant(row.starts_at),
      endsAt: toInstant(row.ends_at),
      modality: row.modality,
      texts: readGroupTexts(row.texts),
      published: row.published_at !== null,
      seats: row.seats ?? 0,
      taken: taken.get(row.id)?.length ?? 0,
    }));
  },
});
