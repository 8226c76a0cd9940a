import type { Tx } from '../kernel/index.ts';

/** Wishes for an earlier time that ended long ago, with what was offered for them. */
export async function forgetWishes({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('waiting_wish')
    .where((eb) => eb(eb.fn.coalesce('ended_at', 'ends_at'), '<=', before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
