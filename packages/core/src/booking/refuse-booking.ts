import { Failure, pgCode, pgConstraint } from '../kernel/index.ts';
import type { BookingDecision } from './booking-rules.ts';

/** The failure that a decision against a booking becomes. */
export function refuseBooking(decision: Exclude<BookingDecision, 'may-book'>): Failure {
  switch (decision) {
    case 'way-not-offered':
      return wrong('/modality', decision, 'must be a way to meet that is offered at this time');
    case 'language-not-spoken':
      return wrong('/language', decision, 'must be a language that this counsellor speaks');
    case 'slot-taken':
      return new Failure(decision, 'this time is not free');
    case 'already-booked-then':
      return new Failure(decision, 'the person has another appointment at this time');
    case 'not-yet-confirmed':
      return new Failure(decision, 'a newcomer has one open appointment already');
    case 'too-many-bookings':
      return new Failure(decision, 'the person has as many open appointments as one may have');
  }
}

/** Translates the database's own refusal of two appointments at once (23P01); anything else is thrown on as it is. */
export function refuseOverlap(error: unknown): never {
  if (pgCode(error) !== '23P01') throw error;
  throw refuseBooking(
    pgConstraint(error) === 'appointment_person_free' ? 'already-booked-then' : 'slot-taken',
  );
}

function wrong(pointer: string, code: string, message: string): Failure {
  return new Failure('invalid-input', 'this is not offered', [{ pointer, code, message }]);
}
