import { ListAgenda } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import { readWindow } from '../counsellor/index.ts';
import { reading } from '../kernel/index.ts';
import { agendaSeen } from './agenda-seen.ts';
import { presentAgenda } from './present-agenda.ts';
import { selectAgenda } from './select-agenda.ts';

const MOST_DAYS = 42;

/** The signed-in counsellor's appointments that start inside a window, by start: a day, a week, a month. */
export const listAgenda = reading({
  action: 'appointment.list-agenda',
  scope: 'agenda:own',
  input: ListAgenda,
  run: async (tx, asked) => {
    const { from, to } = readWindow(asked, MOST_DAYS);
    const rows = await selectAgenda(tx)
      .where(sql<boolean>`lower(appointment.period) >= ${new Date(from)}`)
      .where(sql<boolean>`lower(appointment.period) < ${new Date(to)}`)
      .orderBy(sql`lower(appointment.period)`)
      .orderBy('appointment.id')
      .execute();
    return presentAgenda(tx, rows);
  },
  seen: agendaSeen,
  present: (shown) => shown.map(({ appointment }) => appointment),
});
