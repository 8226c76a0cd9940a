import type { PersonNoticeKind, StaffNoticeKind } from '@homeward/contracts/notice';

/** What leaves after a commit: ids and nothing else. `id` is the event's own, by which a receiver knows a repeat. */
export type OutboxEvent = AppointmentEvent | PersonTold | StaffTold;

/** Something became of an appointment: one event each. Who is told of it is decided when it is carried on. */
export type AppointmentEvent = {
  id: string;
  type:
    | 'appointment.booked'
    | 'appointment.requested'
    | 'appointment.confirmed'
    | 'appointment.declined'
    | 'appointment.moved'
    | 'appointment.cancelled';
  /** Who did it: nobody is told of what they did themselves. */
  by: 'person' | 'staff' | 'system';
  /** Who of the staff did it, where that is not the counsellor whose appointment it is. */
  byStaffId?: string;
  organisationId: string;
  appointmentId: string;
  /** The counsellor whose appointment it is, after the deed. */
  staffId: string;
};

/** Something else that a person is to be told. */
export type PersonTold = {
  id: string;
  type: 'person.told';
  kind: PersonNoticeKind;
  personId: string;
  organisationId: string;
  /** What it is about, by the kind: an offer, a handover. */
  subjectId: string;
};

/** Something else that a member of staff is to be told. */
export type StaffTold = {
  id: string;
  type: 'staff.told';
  kind: StaffNoticeKind;
  staffId: string;
  organisationId: string;
  /** The appointment that it is about, if it is about one. */
  appointmentId: string | null;
};
