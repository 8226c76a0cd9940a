/** What leaves after a commit: ids and nothing else. `id` is the event's own, by which a receiver knows a repeat. */
export type OutboxEvent = {
  id: string;
  type: 'appointment.booked' | 'appointment.cancelled';
  organisationId: string;
  appointmentId: string;
  staffId: string;
};
