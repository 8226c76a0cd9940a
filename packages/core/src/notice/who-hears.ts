import type { PersonNoticeKind, StaffNoticeKind } from '@homeward/contracts/notice';
import type { AppointmentEvent } from '../kernel/index.ts';

interface Hears {
  staff: StaffNoticeKind | null;
  person: PersonNoticeKind | null;
}

/** Of each event, what the counsellor and the person are told when they did not do it; of a yes and a no a counsellor knows. */
const KINDS: Record<AppointmentEvent['type'], Hears> = {
  'appointment.booked': { staff: 'appointment-booked', person: 'appointment-booked' },
  'appointment.requested': { staff: 'appointment-requested', person: null },
  'appointment.confirmed': { staff: null, person: 'appointment-confirmed' },
  'appointment.declined': { staff: null, person: 'appointment-declined' },
  'appointment.moved': { staff: 'appointment-moved', person: 'appointment-moved' },
  'appointment.cancelled': { staff: 'appointment-cancelled', person: 'appointment-cancelled' },
};

/** Who is told of what became of an appointment: nobody of what they did themselves. */
export function whoHears({
  type,
  by,
  staffId,
  byStaffId = staffId,
}: Pick<AppointmentEvent, 'type' | 'by' | 'staffId' | 'byStaffId'>): Hears {
  const { staff, person } = KINDS[type];
  return {
    staff: by === 'staff' && byStaffId === staffId ? null : staff,
    person: by === 'person' ? null : person,
  };
}
