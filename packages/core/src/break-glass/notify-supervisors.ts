import { asSystem, type Tx } from '../kernel/index.ts';

interface Opened {
  id: string;
  organisationId: string;
  staffId: string;
}

/** Tells every other admin of the organisation; where there is none, those who run the platform. */
export async function notifySupervisors(tx: Tx, { id, organisationId, staffId }: Opened): Promise<void> {
  await asSystem(tx, async (db) => {
    const active = db
      .selectFrom('staff')
      .select('id')
      .where('deactivated_at', 'is', null)
      .where('id', '<>', staffId);
    const admins = await active
      .where('role', '=', 'organisation-admin')
      .where('organisation_id', '=', organisationId)
      .execute();
    const told = admins.length > 0 ? admins : await active.where('role', '=', 'platform-admin').execute();
    if (told.length === 0) return;
    const created_at = new Date(tx.clock.now());
    const rows = told.map((one) => ({
      organisation_id: organisationId,
      break_glass_id: id,
      staff_id: one.id,
      created_at,
    }));
    await db.insertInto('break_glass_notice').values(rows).execute();
  });
}
