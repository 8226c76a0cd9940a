export { getLastTaken } from './get-last-taken.ts';
export { takeHeldData } from './take-held-data.ts';
