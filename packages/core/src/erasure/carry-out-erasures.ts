import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';
import { erasePerson } from './erase-person.ts';

const BATCH = 100;

/** Erases everybody whose waiting time is over. Answers how many. For the worker; several at once do no harm. */
export async function carryOutErasures(context: Omit<Context, 'actor'>): Promise<number> {
  let erased = 0;
  for (;;) {
    const due = await findDue(context);
    for (const request of due) await erasePerson(context, request);
    erased += due.length;
    if (due.length < BATCH) return erased;
  }
}

async function findDue(context: Omit<Context, 'actor'>) {
  return inTransaction({ ...context, actor: SYSTEM }, 'read only', (tx) =>
    tx.db
      .selectFrom('erasure_request')
      .select(['person_id as personId', 'receipt_index as receiptIndex'])
      .where('due_at', '<=', new Date(tx.clock.now()))
      .orderBy('due_at')
      .limit(BATCH)
      .execute(),
  );
}
