import { type BreakGlassPage, ListBreakGlasses } from '@homeward/contracts/break-glass';
import { actingAsStaff, asSystem, query, type Tx, toInstant } from '../kernel/index.ts';

const PAGE = 50;

/** Emergencies that the acting admin answers for, the newest first: who, when, why; nothing that a person wrote. */
export const listBreakGlasses = query({
  action: 'break-glass.list',
  scope: 'break-glasses:review',
  input: ListBreakGlasses,
  run: async (tx, { before }): Promise<BreakGlassPage> => {
    const rows = await select(tx, before);
    const page = rows.slice(0, PAGE);
    const staff = await findStaff(
      tx,
      page.map((row) => row.staff_id),
    );
    const entries = page.flatMap((row) => {
      const who = staff.get(row.staff_id);
      if (who === undefined) return [];
      return {
        id: row.id,
        reference: row.reference,
        reason: row.reason,
        name: who.display_name,
        role: who.role,
        organisation: row.organisation_name,
        at: toInstant(row.at),
        until: toInstant(row.until),
        isNew: row.told_at !== null && row.seen_at === null,
      };
    });
    return { entries, before: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
  },
});

/** An admin of an organisation sees its own; those who run the platform, what they were told of: the policies say so. */
function select(tx: Tx, before: string | undefined) {
  let rows = tx.db
    .selectFrom('break_glass')
    .innerJoin('organisation', 'organisation.id', 'break_glass.organisation_id')
    .leftJoin('break_glass_notice', (join) =>
      join
        .onRef('break_glass_notice.break_glass_id', '=', 'break_glass.id')
        .on('break_glass_notice.staff_id', '=', actingAsStaff(tx.actor).staffId),
    )
    .select([
      'break_glass.id',
      'break_glass.staff_id',
      'break_glass.reference',
      'break_glass.reason',
      'break_glass.at',
      'break_glass.until',
      'organisation.name as organisation_name',
      'break_glass_notice.created_at as told_at',
      'break_glass_notice.seen_at',
    ])
    .orderBy('break_glass.id', 'desc')
    .limit(PAGE + 1);
  if (before !== undefined) rows = rows.where('break_glass.id', '<', before);
  return rows.execute();
}

async function findStaff(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const staff = await asSystem(tx, (db) =>
    db
      .selectFrom('staff')
      .select(['id', 'role', 'display_name'])
      .where('id', 'in', [...new Set(ids)])
      .execute(),
  );
  return new Map(staff.map((one) => [one.id, one]));
}
