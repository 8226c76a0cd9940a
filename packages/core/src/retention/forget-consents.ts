import type { Tx } from '../kernel/index.ts';

/** Consents that ended long ago, by being withdrawn or by their date. */
export async function forgetConsents({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('consent')
    .where((eb) => eb(eb.fn.coalesce('withdrawn_at', 'expires_at'), '<=', before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
