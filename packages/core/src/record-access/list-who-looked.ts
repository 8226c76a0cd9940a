import { ListWhoLooked, type WhoLookedPage } from '@homeward/contracts/record-access';
import { findEmergencies } from '../break-glass/index.ts';
import { actingAs, asSystem, query, type Tx } from '../kernel/index.ts';
import { type LookRow, presentLook } from './present-look.ts';

const PAGE = 50;

/** Who looked at what of the signed-in person, and when; the newest first. */
export const listWhoLooked = query({
  action: 'record-access.list-mine',
  scope: 'account:own',
  input: ListWhoLooked,
  run: async (tx, { before }): Promise<WhoLookedPage> => {
    const rows = await selectLooks(tx, before);
    const page = rows.slice(0, PAGE);
    const names = await findNames(
      tx,
      page.map((row) => row.staff_id),
    );
    const isUrgent = page.some((row) => row.what === 'urgent');
    const emergencies = isUrgent ? await findEmergencies(tx) : [];
    return {
      looks: page.map((row) => presentLook(row, names.get(row.staff_id), emergencies)),
      before: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    };
  },
});

function selectLooks(tx: Tx, before: string | undefined): Promise<LookRow[]> {
  let rows = tx.db
    .selectFrom('record_access')
    .innerJoin('organisation', 'organisation.id', 'record_access.organisation_id')
    .where('record_access.person_id', '=', actingAs(tx.actor, 'person').personId)
    .select([
      'record_access.id',
      'record_access.staff_id',
      'record_access.what',
      'record_access.at',
      'organisation.name as organisation_name',
    ])
    .orderBy('record_access.id', 'desc')
    .limit(PAGE + 1);
  if (before !== undefined) rows = rows.where('record_access.id', '<', before);
  return rows.execute();
}

/** Colleagues of others are nobody's to list; those who looked at one's record are one's own to know. */
async function findNames(tx: Tx, staffIds: readonly string[]) {
  if (staffIds.length === 0) return new Map<string, never>();
  const staff = await asSystem(tx, (db) =>
    db
      .selectFrom('staff')
      .select(['id', 'role', 'display_name'])
      .where('id', 'in', [...new Set(staffIds)])
      .execute(),
  );
  return new Map(staff.map((one) => [one.id, one]));
}
