import { actingAs, type Context, inTransaction } from '../kernel/index.ts';

/** Gives up a claimed request that had no final answer, so that the next try runs it. */
export async function releaseRequest(
  context: Context,
  { key, claimedAt }: { key: string; claimedAt: Date },
): Promise<void> {
  const { organisationId } = actingAs(context.actor, 'partner-key');
  await inTransaction(context, 'read write', ({ db }) =>
    db
      .deleteFrom('idempotency_record')
      .where('organisation_id', '=', organisationId)
      .where('key', '=', key)
      .where('created_at', '=', claimedAt)
      .where('status', 'is', null)
      .execute(),
  );
}
