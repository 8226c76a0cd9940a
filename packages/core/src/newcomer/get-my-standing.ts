import type { MyStanding } from '@homeward/contracts/newcomer';
import { z } from 'zod';
import { actingAs, asSystem, query, toInstant } from '../kernel/index.ts';

/** Whether somebody has said that they know the person, and who. */
export const getMyStanding = query({
  action: 'person.get-my-standing',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<MyStanding> => {
    const { personId } = actingAs(tx.actor, 'person');
    // A person sees no row of staff; of who vouched for them they may know what they are called, and where.
    const row = await asSystem(tx, (db) =>
      db
        .selectFrom('person')
        .leftJoin('staff', 'staff.id', 'person.confirmed_by')
        .leftJoin('organisation', 'organisation.id', 'staff.organisation_id')
        .select(['person.confirmed_at', 'staff.display_name', 'organisation.name as organisation'])
        .where('person.id', '=', personId)
        .executeTakeFirstOrThrow(),
    );
    const { confirmed_at, display_name: name, organisation } = row;
    return {
      confirmedAt: confirmed_at && toInstant(confirmed_at),
      confirmedBy: name !== null && organisation !== null ? { name, organisation } : null,
    };
  },
});
