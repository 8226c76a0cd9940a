import type { StaffNoticeKind } from '@homeward/contracts/notice';
import type { Tx } from '../kernel/index.ts';

interface Told {
  /** Of the event: told once. */
  id: string;
  organisationId: string;
  staffId: string;
  kind: StaffNoticeKind;
  appointmentId: string | null;
}

/** Leaves a member of staff a notice. */
export async function tellStaff(tx: Tx, told: Told): Promise<void> {
  await tx.db
    .insertInto('notice')
    .values({
      event_id: told.id,
      organisation_id: told.organisationId,
      staff_id: told.staffId,
      kind: told.kind,
      appointment_id: told.appointmentId,
      created_at: new Date(tx.clock.now()),
    })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .execute();
}
