import type { PendingErasure } from '@homeward/contracts/erasure';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';
import { findPersonKeys, unseal } from '../vault/index.ts';
import { formatReceiptNumber } from './receipt.ts';
import { receiptNumberPlace } from './receipt-number-place.ts';

/** The person's wish to be erased, while it waits; null when there is none. */
export const getMyErasure = query({
  action: 'erasure.mine',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<PendingErasure | null> => {
    const { personId } = actingAs(tx.actor, 'person');
    const row = await tx.db
      .selectFrom('erasure_request')
      .selectAll()
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (row === undefined) return null;
    const key = (await findPersonKeys(tx, [personId])).get(personId);
    const number = key && unseal(key, receiptNumberPlace(personId), row.receipt_number_sealed).toString();
    return {
      askedAt: toInstant(row.asked_at),
      dueAt: toInstant(row.due_at),
      receiptNumber: number === undefined ? null : formatReceiptNumber(number),
    };
  },
});
