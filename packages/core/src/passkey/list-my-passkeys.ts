import type { Passkey } from '@homeward/contracts/passkey';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';

/** The person's passkeys, the newest first. */
export const listMyPasskeys = query({
  action: 'passkey.list-mine',
  scope: 'passkeys:own',
  input: z.undefined(),
  run: async (tx): Promise<Passkey[]> => {
    const rows = await tx.db
      .selectFrom('passkey')
      .select(['id', 'created_at', 'used_at'])
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      addedAt: toInstant(row.created_at),
      usedAt: row.used_at && toInstant(row.used_at),
    }));
  },
});
