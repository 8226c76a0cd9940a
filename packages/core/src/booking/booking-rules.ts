import type { AppointmentStatus } from '@homeward/contracts/booking';
import type { Slot, Span } from '@homeward/scheduling';
import { isOffered } from './places.ts';

/** How many appointments that are not over a person may have: enough for anybody's weeks, too few to hoard times. */
export const MOST_OPEN_BOOKINGS = 5;

/** Whom nobody here knows yet books a first conversation, and no second one before it. */
const MOST_OPEN_BOOKINGS_OF_NEWCOMERS = 1;

/** How many times a person may hold at once, to choose between them. */
export const MOST_HOLDS = 2;

/** How many appointments that are not over this person may have. */
export const mostOpen = (confirmed: boolean): number =>
  confirmed ? MOST_OPEN_BOOKINGS : MOST_OPEN_BOOKINGS_OF_NEWCOMERS;

/** Something open, as it counts. */
type Counted = Span & { seriesId?: string | null };

/** How many of those that a person may have these are: a series is one, however long. */
export function countOpen(open: readonly Counted[]): number {
  const series = new Set(open.flatMap(({ seriesId }) => seriesId ?? []));
  return series.size + open.filter(({ seriesId }) => !seriesId).length;
}

/** What a person wants to book, and what the engine says of that time. */
export type Wish = {
  slot: Slot | undefined;
  modality: string;
  language: string | undefined;
  spoken: readonly string[];
  /** The person's appointments that are not over, and what they still hold. */
  open: readonly Counted[];
  /** Whether somebody who knows them has said so. */
  confirmed: boolean;
  /** How many they may have besides this one; as many as anybody when absent. */
  most?: number | undefined;
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
export function decideBooking(wish: Wish): BookingDecision {
  const { slot, modality, language, spoken, open, confirmed, most = mostOpen(confirmed) } = wish;
  if (!slot) return 'slot-taken';
  if (!isOffered(slot, modality)) return 'way-not-offered';
  if (language !== undefined && !spoken.includes(language)) return 'language-not-spoken';
  if (open.some((one) => overlaps(one, { from: slot.startsAt, to: slot.endsAt })))
    return 'already-booked-then';
  if (countOpen(open) < most) return 'may-book';
  return confirmed ? 'too-many-bookings' : 'not-yet-confirmed';
}

type Held = Counted & { status: AppointmentStatus; counsellorId: string; blocked: Span };

/**
 * Which of their holds a person lets go of by taking this time: those at the same time, for nobody means both, and
 * those whose buffers with the same counsellor it would run into, for they were no reason not to offer it; and the
 * longest held, where they would have more than they may. `open` is sorted by how long it is held.
 */
export function holdsToLetGo<Open extends Held>(
  open: readonly Open[],
  wanted: Held & { confirmed: boolean },
): Open[] {
  const holds = open.filter(({ status }) => status === 'held');
  const inTheWay = holds.filter(
    (hold) =>
      overlaps(hold, wanted) ||
      (hold.counsellorId === wanted.counsellorId && overlaps(hold.blocked, wanted.blocked)),
  );
  const others = holds.filter((hold) => !inTheWay.includes(hold));
  const booked = countOpen(open) - holds.length;
  const mayHold = wanted.status === 'held' ? MOST_HOLDS - 1 : MOST_HOLDS;
  const mayKeep = Math.max(0, Math.min(mayHold, mostOpen(wanted.confirmed) - booked - 1));
  return [...inTheWay, ...others.slice(0, Math.max(0, others.length - mayKeep))];
}

const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

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
