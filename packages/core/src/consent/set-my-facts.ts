import { SetMyFacts } from '@homeward/contracts/consent';
import { actingAs, command } from '../kernel/index.ts';
import { keepFact } from './facts.ts';

/** What the person says of themselves, for those they share it with. Nothing of it is needed. */
export const setMyFacts = command({
  action: 'facts.set-own',
  scope: 'account:own',
  input: SetMyFacts,
  run: async (tx, { alias, languages }) => {
    const { personId } = actingAs(tx.actor, 'person');
    await keepFact(tx, personId, { fact: 'alias', value: alias });
    await keepFact(tx, personId, { fact: 'languages', value: [...new Set(languages)] });
  },
});
