import type { PersonNoticeKind, StaffNoticeKind } from '@homeward/contracts/notice';
import { newId, type Tx } from '../kernel/index.ts';

interface Handover {
  id: string;
  organisation_id: string;
  person_id: string;
}

/** A line on the person's own page, about a handover. */
export const tellPersonOf = (tx: Tx, kind: PersonNoticeKind, handover: Handover): Promise<void> =>
  tx.emit({
    id: newId(tx),
    type: 'person.told',
    kind,
    personId: handover.person_id,
    organisationId: handover.organisation_id,
    subjectId: handover.id,
  });

/** A notice for one of the counsellors; with the appointment only where it is theirs to open. */
export const tellCounsellorOf = (
  tx: Tx,
  kind: StaffNoticeKind,
  handover: Handover,
  { staffId, appointmentId = null }: { staffId: string; appointmentId?: string | null },
): Promise<void> =>
  tx.emit({
    id: newId(tx),
    type: 'staff.told',
    kind,
    staffId,
    organisationId: handover.organisation_id,
    appointmentId,
  });
