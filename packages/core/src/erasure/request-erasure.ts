import { RequestErasure } from '@homeward/contracts/erasure';
import { actingAs, type Context, command, type Operation, toInstant } from '../kernel/index.ts';
import { getPersonKey, seal } from '../vault/index.ts';
import { erasePerson } from './erase-person.ts';
import { formatReceiptNumber, indexReceipt, makeReceiptNumber, writeReceipt } from './receipt.ts';
import { receiptNumberPlace } from './receipt-number-place.ts';

const DAY = 86_400_000;

/** What is told at once. `receipt` when it is done already; otherwise it can be had by its number from `dueAt` on. */
export interface RequestedErasure {
  dueAt: string;
  receiptNumber: string;
  receipt: string | null;
}

const ask = command({
  action: 'erasure.request',
  scope: 'account:own',
  stepUp: true,
  input: RequestErasure,
  run: async (tx, { waitDays }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const now = tx.clock.now();
    const number = makeReceiptNumber(tx.random);
    const receiptIndex = indexReceipt(tx.ports.secrets.lookupKey, number);
    const key = await getPersonKey(tx, personId);
    const dueAt = new Date(now + waitDays * DAY);
    await tx.db.deleteFrom('erasure_request').where('person_id', '=', personId).execute();
    await tx.db
      .insertInto('erasure_request')
      .values({
        person_id: personId,
        receipt_index: receiptIndex,
        receipt_number_sealed: seal(tx.random, key, receiptNumberPlace(personId), number),
        asked_at: new Date(now),
        due_at: dueAt,
      })
      .execute();
    return { personId, receiptIndex, number, dueAt, isDue: waitDays === 0 };
  },
  subject: ({ personId }) => personId,
});

/**
 * Asks to be erased after a time that the person chooses, in place of what they asked before. Without a time it is carried
 * out before this answers; the wish is committed first, so that a server that falls over finds it again.
 */
export const requestErasure: Operation<typeof RequestErasure, RequestedErasure> = Object.assign(
  async (context: Context, input: RequestErasure): Promise<RequestedErasure> => {
    const { personId, receiptIndex, number, dueAt, isDue } = await ask(context, input);
    const { lookupKey } = context.ports.secrets;
    const erasedAt = isDue ? await erasePerson(context, { personId, receiptIndex }) : undefined;
    return {
      dueAt: toInstant(dueAt),
      receiptNumber: formatReceiptNumber(number),
      receipt: erasedAt === undefined ? null : writeReceipt(lookupKey, number, erasedAt),
    };
  },
  { spec: ask.spec },
);
