import type { AppointmentStatus } from '@homeward/contracts/booking';
import type { Slot, Span } from '@homeward/scheduling';

/** How many appointments that are not over a person may have: enough for anybody's weeks, too few to hoard times. */
export const MOST_OPEN_BOOKINGS = 5;

/** Whom nobody here knows yet books a first conversation, and no second one before it. */
const MOST_OPEN_BOOKINGS_OF_NEWCOMERS = 1;

/** What a person wants to book, and what the engine says of that time. */
export type Wish = {
  slot: Slot | undefined;
  modality: string;
  language: string | undefined;
  spoken: readonly string[];
  /** The person's appointments that are not over. */
  open: readonly Span[];
  /** Whether somebody who knows them has said so. */
  confirmed: boolean;
};

export type BookingDecision =
  | 'may-book'
  | 'slot-taken'
  | 'way-not-offered'
  | 'language-not-spoken'
  | 'already-booked-then'
  | 'not-yet-confirmed'
  | 'too-many-bookings';

/** Whether this may be booked. A time that is not free is taken, whatever the reason: no caller learns which. */
export function decideBooking({ slot, modality, language, spoken, open, confirmed }: Wish): BookingDecision {
  if (!slot) return 'slot-taken';
  if (!slot.modalities.includes(modality)) return 'way-not-offered';
  if (language !== undefined && !spoken.includes(language)) return 'language-not-spoken';
  if (open.some(({ from, to }) => slot.startsAt < to && from < slot.endsAt)) return 'already-booked-then';
  if (!confirmed && open.length >= MOST_OPEN_BOOKINGS_OF_NEWCOMERS) return 'not-yet-confirmed';
  return open.length >= MOST_OPEN_BOOKINGS ? 'too-many-bookings' : 'may-book';
}

export type CancelDecision = 'may-cancel' | 'already-cancelled' | 'too-late-to-cancel';

/** A person may cancel until the appointment begins, and need not say why. Cancelling twice is no mistake. */
export function decideCancelling(
  { status, startsAt }: { status: AppointmentStatus; startsAt: number },
  now: number,
): CancelDecision {
  if (status === 'cancelled') return 'already-cancelled';
  return isActive(status) && now < startsAt ? 'may-cancel' : 'too-late-to-cancel';
}

/** Stands in the way of other appointments. */
function isActive(status: AppointmentStatus): boolean {
  return status === 'held' || status === 'requested' || status === 'booked';
}
