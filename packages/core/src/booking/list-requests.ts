import { sql } from 'kysely';
import { z } from 'zod';
import { reading, type Tx } from '../kernel/index.ts';
import { agendaSeen } from './agenda-seen.ts';
import { presentAgenda } from './present-agenda.ts';
import { selectAgenda } from './select-agenda.ts';

/** What people asked the signed-in counsellor for and is not answered yet, who asked first first. */
export const listRequests = reading({
  action: 'appointment.list-requests',
  scope: 'agenda:own',
  input: z.undefined(),
  run: readRequests,
  seen: agendaSeen,
  present: (shown) => shown.map(({ appointment }) => appointment),
});

export async function readRequests(tx: Tx) {
  const rows = await selectAgenda(tx)
    .where('appointment.status', '=', 'requested')
    .where(sql<boolean>`lower(appointment.period) > ${new Date(tx.clock.now())}`)
    .orderBy('appointment.created_at')
    .orderBy('appointment.id')
    .execute();
  return presentAgenda(tx, rows);
}
