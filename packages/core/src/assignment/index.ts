export { endAssignments } from './end-assignments.ts';
export { AFTER_APPOINTMENT_MS, AFTER_CONFIRMATION_MS, extendAssignment } from './extend-assignment.ts';
export { listMyAssignments } from './list-my-assignments.ts';
export { shortenAssignment } from './shorten-assignment.ts';
