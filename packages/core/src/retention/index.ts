export { forgetPastDates } from './forget-past-dates.ts';
