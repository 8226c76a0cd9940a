import { describe, expect, it } from 'vitest';
import { decideBooking, decideCancelling, MOST_OPEN_BOOKINGS, type Wish } from './booking-rules.ts';

const HOUR = 3_600_000;
const wish: Wish = {
  slot: { startsAt: 10 * HOUR, endsAt: 11 * HOUR, modalities: ['video'] },
  modality: 'video',
  language: undefined,
  spoken: ['th', 'en'],
  open: [],
  confirmed: true,
};

describe('a person may book', () => {
  it('a free time, in a way that is offered then and a language that is spoken', () => {
    expect(decideBooking(wish)).toBe('may-book');
    expect(decideBooking({ ...wish, language: 'th' })).toBe('may-book');
    expect(decideBooking({ ...wish, slot: undefined })).toBe('slot-taken');
    expect(decideBooking({ ...wish, modality: 'phone' })).toBe('way-not-offered');
    expect(decideBooking({ ...wish, language: 'id' })).toBe('language-not-spoken');
  });

  it('next to another appointment of theirs, but not during it', () => {
    expect(decideBooking({ ...wish, open: [{ from: 9 * HOUR, to: 10 * HOUR }] })).toBe('may-book');
    expect(decideBooking({ ...wish, open: [{ from: 11 * HOUR, to: 12 * HOUR }] })).toBe('may-book');
    expect(decideBooking({ ...wish, open: [{ from: 9 * HOUR, to: 10 * HOUR + 1 }] })).toBe(
      'already-booked-then',
    );
  });

  it('until they have as many as a person may have', () => {
    const open = Array.from({ length: MOST_OPEN_BOOKINGS }, (_, i) => ({
      from: (20 + i) * HOUR,
      to: (21 + i) * HOUR,
    }));
    expect(decideBooking({ ...wish, open: open.slice(1) })).toBe('may-book');
    expect(decideBooking({ ...wish, open })).toBe('too-many-bookings');
    expect(decideBooking({ ...wish, open: open.slice(0, 1), confirmed: false })).toBe('not-yet-confirmed');
    expect(decideBooking({ ...wish, confirmed: false })).toBe('may-book');
  });
});

describe('a person may cancel', () => {
  it('what is booked or asked for, until it begins', () => {
    expect(decideCancelling({ status: 'booked', startsAt: 1000 }, 999)).toBe('may-cancel');
    expect(decideCancelling({ status: 'requested', startsAt: 1000 }, 999)).toBe('may-cancel');
    expect(decideCancelling({ status: 'booked', startsAt: 1000 }, 1000)).toBe('too-late-to-cancel');
  });

  it('never what is over, and twice without harm', () => {
    expect(decideCancelling({ status: 'fulfilled', startsAt: 1000 }, 0)).toBe('too-late-to-cancel');
    expect(decideCancelling({ status: 'noshow', startsAt: 1000 }, 0)).toBe('too-late-to-cancel');
    expect(decideCancelling({ status: 'cancelled', startsAt: 1000 }, 5000)).toBe('already-cancelled');
  });
});
