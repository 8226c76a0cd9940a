import type { Modality } from '@homeward/contracts/counsellor';
import { sql } from 'kysely';
import { Failure, type Tx } from '../kernel/index.ts';

/** A counsellor, as far as a handover needs to know them. */
export interface Colleague {
  id: string;
  organisation_id: string;
  alias: string;
  zone: string;
  modalities: Modality[];
  buffer_before_minutes: number;
  buffer_after_minutes: number;
}

const selectColleagues = (db: Tx['db']) =>
  db
    .selectFrom('counsellor')
    .where(sql<boolean>`is_active_staff(counsellor.id)`)
    .select([
      'id',
      'organisation_id',
      'alias',
      'zone',
      'modalities',
      'buffer_before_minutes',
      'buffer_after_minutes',
    ]);

/** Who works as a counsellor at an organisation, by alias, but for some. */
export const listColleagues = (tx: Tx, organisationId: string, but: readonly string[] = []) =>
  selectColleagues(tx.db)
    .where('organisation_id', '=', organisationId)
    .where((eb) => (but.length === 0 ? eb.lit(true) : eb('id', 'not in', but)))
    .orderBy('alias')
    .execute();

/**
 * Two counsellors of one organisation, locked in the order of their ids: whoever books one of them waits, and sees then
 * what has gone where. Throws `not-found` when one of them does not work there.
 */
export async function lockColleagues(
  tx: Tx,
  organisationId: string,
  { from, to }: { from: string; to: string },
): Promise<{ from: Colleague; to: Colleague }> {
  const locked = await selectColleagues(tx.db)
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [from, to])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const [giver, taker] = [from, to].map((id) => locked.find((one) => one.id === id));
  if (!giver || !taker || from === to) throw new Failure('not-found', 'there is no such colleague');
  return { from: giver, to: taker };
}
