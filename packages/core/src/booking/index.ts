export { bookAppointment } from './book-appointment.ts';
export { cancelAppointment } from './cancel-appointment.ts';
export { getAppointmentForCounsellor } from './get-appointment-for-counsellor.ts';
export { getMyAppointment } from './get-my-appointment.ts';
export { listAgenda } from './list-agenda.ts';
export { listMyAppointments } from './list-my-appointments.ts';
export { markAppointmentSeen } from './mark-appointment-seen.ts';
export { stopSeeing } from './stop-seeing.ts';
