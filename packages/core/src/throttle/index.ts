export { bucketOf } from './bucket.ts';
export { countFailure, findFailures, forgetFailures } from './failures.ts';
export { waitAfter } from './wait-after.ts';
