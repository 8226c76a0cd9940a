import type { MyRecovery } from '@homeward/contracts/recovery';
import { z } from 'zod';
import { actingAs, asSystem, query, toInstant } from '../kernel/index.ts';
import { TOLD_FOR_MS } from './recovery-code.ts';

/** Whether the person has a card, and when their way in was renewed, with whose help. */
export const getMyRecovery = query({
  action: 'recovery.get-mine',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<MyRecovery> => {
    const { personId } = actingAs(tx.actor, 'person');
    // A person sees no row of staff; of who let them in again they may know what they are called.
    const rows = await asSystem(tx, (db) =>
      db
        .selectFrom('recovery_code')
        .leftJoin('staff as starter', 'starter.id', 'recovery_code.started_by')
        .leftJoin('staff as confirmer', 'confirmer.id', 'recovery_code.confirmed_by')
        .select(['kind', 'recovery_code.created_at', 'used_at', 'code_index'])
        .select(['starter.display_name as starter', 'confirmer.display_name as confirmer'])
        .where('person_id', '=', personId)
        .orderBy('recovery_code.id', 'desc')
        .execute(),
    );
    const card = rows.find(({ kind, code_index }) => kind === 'card' && code_index !== null);
    const since = tx.clock.now() - TOLD_FOR_MS;
    return {
      cardSince: card ? toInstant(card.created_at) : null,
      renewals: rows.flatMap(({ used_at, starter, confirmer }) =>
        used_at !== null && used_at.getTime() > since
          ? [{ at: toInstant(used_at), by: [starter, confirmer].filter((name) => name !== null) }]
          : [],
      ),
    };
  },
});
