export { confirmPerson } from './confirm-person.ts';
export { getMyStanding } from './get-my-standing.ts';
export { getPersonStanding } from './get-person-standing.ts';
export { getPersonOfAppointment } from './own-appointment.ts';
