import type { InvitationBatch } from '@homeward/contracts/invitation';
import { sql } from 'kysely';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';

const MOST = 200;

/** The organisation's batches, the newest first, with the uses that are left. */
export const listInvitations = query({
  action: 'invitation.list',
  scope: 'invitations:own',
  input: z.undefined(),
  run: async (tx): Promise<InvitationBatch[]> => {
    const { organisationId } = actingAs(tx.actor, 'organisation-admin');
    const rows = await tx.db
      .selectFrom('invitation_batch as batch')
      .innerJoin('invitation_code as code', (join) =>
        join
          .onRef('code.organisation_id', '=', 'batch.organisation_id')
          .onRef('code.batch_id', '=', 'batch.id'),
      )
      .where('batch.organisation_id', '=', organisationId)
      .groupBy(['batch.organisation_id', 'batch.id'])
      .selectAll('batch')
      .select(sql<number>`sum(code.uses_left)::integer`.as('uses_left'))
      .orderBy('batch.id', 'desc')
      .limit(MOST)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      label: row.label,
      codes: row.codes,
      usesEach: row.uses_each,
      usesLeft: row.uses_left,
      createdAt: toInstant(row.created_at),
      expiresAt: toInstant(row.expires_at),
      state: stateOf(row, tx.clock.now()),
    }));
  },
});

function stateOf(
  row: { withdrawn_at: Date | null; expires_at: Date; uses_left: number },
  now: number,
): InvitationBatch['state'] {
  if (row.withdrawn_at !== null) return 'withdrawn';
  if (row.expires_at.getTime() <= now) return 'expired';
  return row.uses_left === 0 ? 'used-up' : 'open';
}
