import { actingAs, type Context, inTransaction } from '../kernel/index.ts';

interface Answer {
  key: string;
  /** From the claim: whose claim was taken over meanwhile keeps nothing. */
  claimedAt: Date;
  status: number;
  body: string;
}

/** Keeps the final answer of a claimed request, to be given again to whoever repeats it. */
export async function keepAnswer(context: Context, { key, claimedAt, status, body }: Answer): Promise<void> {
  const { organisationId } = actingAs(context.actor, 'partner-key');
  await inTransaction(context, 'read write', ({ db }) =>
    db
      .updateTable('idempotency_record')
      .set({ status, body })
      .where('organisation_id', '=', organisationId)
      .where('key', '=', key)
      .where('created_at', '=', claimedAt)
      .where('status', 'is', null)
      .execute(),
  );
}
