import type { NewAccessNumber } from '@homeward/contracts/account';
import { z } from 'zod';
import { actingAs, query } from '../kernel/index.ts';
import { getPersonKey, unseal } from '../vault/index.ts';
import { formatAccessNumber } from './access-number.ts';
import { accessNumberPlace } from './access-number-place.ts';

/** The number of a new account, until it is kept; then null, for good: it is not stored in a form that can be read. */
export const getNewAccessNumber = query({
  action: 'account.new-access-number',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<NewAccessNumber> => {
    const { personId } = actingAs(tx.actor, 'person');
    const person = await tx.db
      .selectFrom('person')
      .select('access_number_sealed')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    if (person.access_number_sealed === null) return { accessNumber: null };
    const key = await getPersonKey(tx, personId);
    const number = unseal(key, accessNumberPlace(personId), person.access_number_sealed).toString();
    return { accessNumber: formatAccessNumber(number) };
  },
});
