import type { Tx } from '../kernel/index.ts';

/** What the person was told of who looked, when that was long ago. */
export async function forgetLooks({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('record_access')
    .where('at', '<=', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
