import type { MyAssignment } from '@homeward/contracts/assignment';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';

/** Who sees what the signed-in person wrote, now: each counsellor once, with the day until which they do. */
export const listMyAssignments = query({
  action: 'assignment.list-mine',
  scope: 'appointments:own',
  input: z.undefined(),
  run: async (tx): Promise<MyAssignment[]> => {
    const now = new Date(tx.clock.now());
    const rows = await tx.db
      .selectFrom('care_assignment')
      .innerJoin('counsellor', 'counsellor.id', 'care_assignment.staff_id')
      .innerJoin('organisation', 'organisation.id', 'care_assignment.organisation_id')
      .where('care_assignment.person_id', '=', actingAs(tx.actor, 'person').personId)
      .where('care_assignment.kind', '<>', 'break-glass')
      .where('care_assignment.ended_at', 'is', null)
      .where('care_assignment.until', '>', now)
      .groupBy(['counsellor.id', 'counsellor.alias', 'organisation.name'])
      .select((eb) => [
        'counsellor.id',
        'counsellor.alias',
        'organisation.name',
        eb.fn.max('care_assignment.until').as('until'),
      ])
      .orderBy('counsellor.alias')
      .execute();
    return rows.map(({ id, alias, name, until }) => ({
      counsellorId: id,
      alias,
      organisation: name,
      until: toInstant(until),
    }));
  },
});
