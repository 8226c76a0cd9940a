import type { Tx } from '../kernel/index.ts';

/** Messages that were sent or given up a while ago. */
export async function forgetMessages({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('message').where('done_at', '<=', before).executeTakeFirst();
  return Number(numDeletedRows);
}
