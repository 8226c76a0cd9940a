import type { Me } from '@homeward/contracts/account';
import { z } from 'zod';
import { query } from '../kernel/index.ts';

/** Who the caller is, with what a page needs to greet them and no more. */
export const getMe = query({
  action: 'account.me',
  scope: 'sessions:end',
  input: z.undefined(),
  run: async (tx): Promise<Me> => {
    const { actor } = tx;
    if (actor.kind === 'person') return { kind: 'person', kept: actor.kept, zone: actor.zone };
    if (actor.kind !== 'counsellor') return { kind: 'visitor' };
    const { alias, zone } = await tx.db
      .selectFrom('counsellor')
      .select(['alias', 'zone'])
      .where('id', '=', actor.staffId)
      .executeTakeFirstOrThrow();
    return { kind: 'counsellor', counsellorId: actor.staffId, alias, zone };
  },
});
