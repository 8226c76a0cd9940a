import { Failure, type Tx } from '../kernel/index.ts';
import { type CounsellorRow, selectCounsellors } from './select-counsellors.ts';

/** A counsellor who can be booked. Throws `not-found` for any other id alike. */
export async function getCounsellorRow(tx: Tx, id: string): Promise<CounsellorRow> {
  return orNotFound(await selectCounsellors(tx).where('counsellor.id', '=', id).executeTakeFirst());
}

/** The same, locked until the transaction ends: whoever books this counsellor at the same time waits here. */
export async function lockCounsellor(tx: Tx, id: string): Promise<CounsellorRow> {
  const locked = selectCounsellors(tx).where('counsellor.id', '=', id).forNoKeyUpdate('counsellor');
  return orNotFound(await locked.executeTakeFirst());
}

function orNotFound(row: CounsellorRow | undefined): CounsellorRow {
  if (row) return row;
  throw new Failure('not-found', 'there is no such counsellor');
}
