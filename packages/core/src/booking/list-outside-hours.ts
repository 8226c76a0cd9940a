import type { OutsideAppointment } from '@homeward/contracts/booking';
import { whyOutside } from '@homeward/scheduling';
import { sql } from 'kysely';
import { z } from 'zod';
import { findHours, getOwnRow, wayAt } from '../counsellor/index.ts';
import { reading } from '../kernel/index.ts';
import { presentAgenda } from './present-agenda.ts';
import { selectAgenda } from './select-agenda.ts';

/**
 * Appointments to come of the signed-in counsellor that do not lie in the hours that stand now: time off, a holiday, or hours
 * that changed since. They stay booked; it is for the counsellor to move them or to give them back.
 */
export const listOutsideHours = reading({
  action: 'appointment.list-outside-hours',
  scope: 'agenda:own',
  input: z.undefined(),
  run: async (tx) => {
    const now = tx.clock.now();
    const rows = await selectAgenda(tx)
      .where('appointment.status', 'in', ['requested', 'booked'])
      .where('appointment.kind', '<>', 'seat')
      .where(sql<boolean>`upper(appointment.period) > ${new Date(now)}`)
      .orderBy(sql`lower(appointment.period)`)
      .select('appointment.place_id')
      .execute();
    const last = rows.at(-1);
    if (!last) return [];
    const own = await getOwnRow(tx);
    const to = Math.max(...rows.map((row) => row.ends_at.getTime()));
    const hours = (await findHours(tx, [own], { from: now, to })).get(own.id);
    if (!hours) return [];
    const outside = rows.flatMap((row) => {
      const span = { from: row.starts_at.getTime(), to: row.ends_at.getTime() };
      const why = whyOutside(hours, span, row.place_id ? wayAt(row.place_id) : row.modality);
      return why ? [{ row, why }] : [];
    });
    const shown = await presentAgenda(
      tx,
      outside.map(({ row }) => row),
    );
    return shown.flatMap((one, index) => {
      const why = outside[index]?.why;
      return why ? [{ ...one, why }] : [];
    });
  },
  seen: (shown) =>
    shown
      .filter(({ appointment: { callMe, language } }) => callMe !== null || language !== null)
      .flatMap(({ personId }) => (personId ? [{ personId, what: 'agenda' as const }] : [])),
  present: (shown): OutsideAppointment[] => shown.map(({ appointment, why }) => ({ ...appointment, why })),
});
