import { GroupById } from '@homeward/contracts/group';
import { actingAs, reading } from '../kernel/index.ts';
import { groupNotFound } from './lock-own-group.ts';
import { presentLedGroup } from './present-led-group.ts';
import { selectGroups } from './select-groups.ts';

/** A group of the signed-in counsellor, with who comes. Throws `not-found`, also for a colleague's. */
export const getLedGroup = reading({
  action: 'group.get-led',
  scope: 'agenda:own',
  input: GroupById,
  run: async (tx, { id }) => {
    const row = await selectGroups(tx, { past: true })
      .where('appointment.id', '=', id)
      .where('appointment.counsellor_id', '=', actingAs(tx.actor, 'counsellor').staffId)
      .executeTakeFirst();
    if (!row) throw groupNotFound();
    return presentLedGroup(tx, row);
  },
  seen: ({ personIds }) => personIds.map((personId) => ({ personId, what: 'appointment' as const })),
  present: ({ group }) => group,
});
