export { canary, canaryDigits, canaryEmail, canaryPhone } from '@homeward/db/testing';
export { addCounsellor, type CounsellorContext } from './add-counsellor.ts';
export { addPartner, type Partner } from './add-partner.ts';
export { addReachablePerson } from './add-reachable-person.ts';
export { addStaff } from './add-staff.ts';
export { createWorld, type World } from './create-world.ts';
export { type MovingClock, movingClock } from './moving-clock.ts';
export { readChecksums } from './read-checksums.ts';
export { SoftwareAuthenticator } from './software-authenticator.ts';
