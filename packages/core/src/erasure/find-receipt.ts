import { FindReceipt, type FoundReceipt } from '@homeward/contracts/erasure';
import { asSystem, query } from '../kernel/index.ts';
import { indexReceipt, writeReceipt } from './receipt.ts';

/** Whether the erasure with this number was carried out, and its receipt. The same work for every number. */
export const findReceipt = query({
  action: 'receipt.find',
  scope: 'receipts:find',
  input: FindReceipt,
  run: async (tx, { number }): Promise<FoundReceipt> => {
    const { lookupKey } = tx.ports.secrets;
    const index = indexReceipt(lookupKey, number);
    const erasedAt = await tx.ports.keys.findErasure(index);
    const waiting = await asSystem(tx, (db) =>
      db
        .selectFrom('erasure_request')
        .select('person_id')
        .where('receipt_index', '=', index)
        .executeTakeFirst(),
    );
    if (erasedAt !== undefined) return { state: 'done', receipt: writeReceipt(lookupKey, number, erasedAt) };
    return { state: waiting === undefined ? 'unknown' : 'waiting' };
  },
});
