export type {
  Availability,
  Busy,
  Limits,
  LocalInterval,
  Override,
  Span,
  Weekday,
  WeeklyRule,
} from './availability.ts';
export { cutByDate, dateAfter, dateOf, daysLater, instantOf, startOfDate, weekdayOf } from './calendar.ts';
export { type FreeSlotsQuery, findSlot, freeSlots, type Slot } from './free-slots.ts';
export { busyWindow } from './taken-time.ts';
export { checkVector, type Difference, parseVectors, type Vector } from './vector.ts';
export { type OutsideReason, whyOutside } from './why-outside.ts';
export { isZone } from './zone.ts';
