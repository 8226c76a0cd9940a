import { Failure } from '../kernel/index.ts';
import { refuseBooking } from './refuse-booking.ts';

/** To staff a time is free or it is not: where else a person has to be is theirs to know. */
export async function asOneAnswer<Output>(taking: Promise<Output>): Promise<Output> {
  try {
    return await taking;
  } catch (error) {
    if (error instanceof Failure && error.code === 'already-booked-then') throw refuseBooking('slot-taken');
    throw error;
  }
}
