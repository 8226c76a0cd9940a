import type { HeldData } from '@homeward/contracts/held-data';
import { z } from 'zod';
import { actingAs, command, type Tx, toInstant } from '../kernel/index.ts';
import { getPersonKey } from '../vault/index.ts';
import { heldTables } from './held-tables.ts';
import { type HeldRow, readHeldRows } from './read-held-rows.ts';

/** Everything that is held about the person, in a form that they and a program can read. That it was taken is shown to them. */
export const takeHeldData = command({
  action: 'held-data.take',
  scope: 'account:own',
  stepUp: true,
  input: z.undefined(),
  run: async (tx): Promise<HeldData> => {
    const { personId } = actingAs(tx.actor, 'person');
    const now = tx.clock.now();
    await tx.db
      .updateTable('person')
      .set({ exported_at: new Date(now) })
      .where('id', '=', personId)
      .execute();
    const key = await getPersonKey(tx, personId);
    const tables: HeldData['tables'] = [];
    for (const table of heldTables()) {
      const rows = await readHeldRows(tx, table, key);
      const { name, purpose } = table;
      tables.push({ name, purpose, rows: name === 'appointment' ? await sayWithWhom(tx, rows) : rows });
    }
    return { madeAt: toInstant(now), tables };
  },
});

/** An appointment with the name by which the person knows the counsellor. */
async function sayWithWhom(tx: Tx, rows: readonly HeldRow[]): Promise<HeldRow[]> {
  const ids = rows.map((row) => String(row.counsellor_id));
  if (ids.length === 0) return [];
  const counsellors = await tx.db
    .selectFrom('counsellor')
    .select(['id', 'alias'])
    .where('id', 'in', ids)
    .execute();
  const aliases = new Map(counsellors.map(({ id, alias }) => [id, alias]));
  return rows.map((row) => ({ ...row, counsellor: aliases.get(String(row.counsellor_id)) ?? null }));
}
