export { type Emergency, findEmergencies } from './find-emergencies.ts';
export { listBreakGlasses } from './list-break-glasses.ts';
export { markBreakGlassesSeen } from './mark-break-glasses-seen.ts';
export { openBreakGlass } from './open-break-glass.ts';
export { readOpenedRecord } from './read-opened-record.ts';
