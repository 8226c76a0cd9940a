import { StopSeeing } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import { endAssignments } from '../assignment/index.ts';
import { actingAs, command } from '../kernel/index.ts';
import { giveBack } from './give-back.ts';

/**
 * The person stops seeing this counsellor, without a reason: appointments that have not begun are given back, and from now
 * on the counsellor sees nothing that the person wrote. Fine to repeat, and the same for a counsellor they never met.
 */
export const stopSeeing = command({
  action: 'assignment.end',
  scope: 'appointments:own',
  input: StopSeeing,
  run: async (tx, { counsellorId }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const ahead = await tx.db
      .selectFrom('appointment')
      .where('person_id', '=', personId)
      .where('counsellor_id', '=', counsellorId)
      .where('status', 'in', ['held', 'requested', 'booked'])
      .where(sql<boolean>`lower(period) > ${new Date(tx.clock.now())}`)
      .select(['id', 'organisation_id', 'counsellor_id'])
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const row of ahead) await giveBack(tx, row);
    await endAssignments(tx, { personId, staffId: counsellorId });
    return counsellorId;
  },
  subject: (counsellorId) => counsellorId,
});
