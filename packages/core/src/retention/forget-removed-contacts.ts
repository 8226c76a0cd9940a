import type { Tx } from '../kernel/index.ts';

/** What is left of a contact that was removed: only that there was one, for as long as a new one has to wait. */
export async function forgetRemovedContacts({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('safe_contact')
    .where('details_sealed', 'is', null)
    .where('next_sealed', 'is', null)
    .where('changed_at', '<=', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
