import type { Tx } from '../kernel/index.ts';

/** Notices that were seen long ago. */
export async function forgetNotices({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('notice').where('seen_at', '<=', before).executeTakeFirst();
  return Number(numDeletedRows);
}
