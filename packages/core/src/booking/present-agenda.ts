import type { AgendaAppointment } from '@homeward/contracts/booking';
import type { Tx } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { presentAppointmentForCounsellor } from './present-appointment-for-counsellor.ts';
import type { AgendaRow } from './select-agenda.ts';

/** Rows of the agenda with the names that people gave, read with each one's own key. */
export async function presentAgenda(tx: Tx, rows: readonly AgendaRow[]): Promise<AgendaAppointment[]> {
  const sealed = rows.filter((row) => row.call_me_sealed !== null).map((row) => row.person_id);
  const keys = await findPersonKeys(tx, sealed);
  return rows.map((row) => presentAppointmentForCounsellor(row, keys.get(row.person_id)));
}
