import { sql } from 'kysely';
import { actingAs, type Context, inTransaction } from '../kernel/index.ts';

export const KEPT_FOR_MS = 24 * 60 * 60 * 1000;
/** Longer than any request may run. A claim older than this belongs to a process that died. */
const CLAIM_ENDS_AFTER_MS = 60_000;

export interface RepeatableRequest {
  /** The caller's `Idempotency-Key`. */
  key: string;
  /** sha-256 over whatever makes it the same request. */
  requestHash: Buffer;
}

export type Claim =
  | { outcome: 'claimed'; claimedAt: Date }
  | { outcome: 'answered'; status: number; body: string }
  | { outcome: 'in-progress' }
  | { outcome: 'reused' };

/**
 * Lays claim to a request of the key's organisation, in a transaction of its own. Of any number of callers at once,
 * exactly one gets `claimed`; it must end with `keepAnswer` or `releaseRequest`. `reused`: the key was another request's.
 */
export async function claimRequest(
  context: Context,
  { key, requestHash }: RepeatableRequest,
): Promise<Claim> {
  const { organisationId } = actingAs(context.actor, 'partner-key');
  const now = context.clock.now();
  const claimedAt = new Date(now);
  return inTransaction(context, 'read write', async ({ db }) => {
    const claimed = await db
      .insertInto('idempotency_record')
      .values({ organisation_id: organisationId, key, request_hash: requestHash, created_at: claimedAt })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'key'])
          .doUpdateSet({ request_hash: requestHash, status: null, body: null, created_at: claimedAt })
          .where(({ or, and, eb }) =>
            or([
              eb('idempotency_record.created_at', '<=', new Date(now - KEPT_FOR_MS)),
              and([
                eb('idempotency_record.status', 'is', null),
                eb('idempotency_record.created_at', '<=', new Date(now - CLAIM_ENDS_AFTER_MS)),
                eb('idempotency_record.request_hash', '=', requestHash),
              ]),
            ]),
          ),
      )
      .returning(sql`true`.as('claimed'))
      .executeTakeFirst();
    if (claimed !== undefined) return { outcome: 'claimed', claimedAt };

    const found = await db
      .selectFrom('idempotency_record')
      .where('organisation_id', '=', organisationId)
      .where('key', '=', key)
      .select(['request_hash', 'status', 'body'])
      .executeTakeFirst();
    // Gone between the two statements: its owner released it. The caller's next try will find it free.
    if (found === undefined) return { outcome: 'in-progress' };
    if (!requestHash.equals(found.request_hash)) return { outcome: 'reused' };
    if (found.status === null || found.body === null) return { outcome: 'in-progress' };
    return { outcome: 'answered', status: found.status, body: found.body };
  });
}
