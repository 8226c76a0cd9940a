import type { MyFacts } from '@homeward/contracts/consent';
import { z } from 'zod';
import { actingAs, query } from '../kernel/index.ts';
import { readFacts } from './facts.ts';

/** What the person said of themselves. */
export const getMyFacts = query({
  action: 'facts.get-own',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<MyFacts> => {
    const { alias = null, languages = [] } = await readFacts(tx, actingAs(tx.actor, 'person').personId);
    return { alias, languages };
  },
});
