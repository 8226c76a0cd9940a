import type { AgendaAppointment } from '@homeward/contracts/booking';
import type { Tx } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { presentAppointmentForCounsellor } from './present-appointment-for-counsellor.ts';
import type { AgendaRow } from './select-agenda.ts';

/** What the counsellor is shown, and whose it is: nobody's, when the person was erased. */
export interface Shown {
  personId: string | null;
  appointment: AgendaAppointment;
}

/** Rows of the agenda with the names that people gave, read with each one's own key, where the counsellor looks after them now. */
export async function presentAgenda(tx: Tx, rows: readonly AgendaRow[]): Promise<Shown[]> {
  const named = rows.filter(
    (row) => (row.call_me_sealed ?? row.reach_sealed) !== null && row.status !== 'cancelled',
  );
  const keys = await findPersonKeys(
    tx,
    named.flatMap((row) => row.person_id ?? []),
  );
  return rows.map((row) => ({
    personId: row.person_id,
    appointment: presentAppointmentForCounsellor(tx, row, keys.get(row.person_id ?? '')),
  }));
}
