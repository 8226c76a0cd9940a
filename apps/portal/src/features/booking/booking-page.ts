import type { Counsellor, FreeSlot } from '@homeward/contracts/counsellor';
import { TimeZone } from '@homeward/contracts/zone';
import { ask } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { readWishes } from '../choice/choice.ts';
import type { Fault } from '../form/fault.ts';
import { dateIn } from '../slot/slot-days.ts';
import { type SlotWindow, slotWindow } from '../slot/slot-window.ts';
import { zoneOf } from '../zone/zone-of.ts';
import { type Wishes, withDefaults } from './booking-form.ts';
import { postBooking } from './post-booking.ts';

/** What the page of a counsellor's times shows. */
export interface BookingPage {
  wishes: Wishes;
  /** Undefined when the reader has not said where they are: then there is nothing else to show. */
  times: { zone: string; window: SlotWindow; slots: readonly FreeSlot[] } | undefined;
  status: number;
  faults: readonly Fault[];
  /** The chosen time is taken: others are offered. */
  gone: boolean;
}

/** Reads what was chosen or posted, keeps it if it was posted, and finds the free times. `goTo` is a way on instead of a page. */
export async function openBookingPage(
  visit: Visit,
  counsellor: Counsellor,
  now: string,
): Promise<BookingPage | { goTo: string }> {
  const form = visit.form();
  const wishes = form ? readWishes(form) : withDefaults(readWishes(visit.query), counsellor, visit.locale);
  const posted = TimeZone.safeParse(form?.get('zone'));
  const zone = posted.success ? posted.data : await zoneOf(visit);
  if (zone === undefined) return { wishes, times: undefined, status: 200, faults: [], gone: false };

  const { startsAt } = wishes;
  const window = slotWindow(visit.query.get('from') ?? (startsAt ? dateIn(startsAt, zone) : null), zone, now);
  const { from, to } = window;
  const findSlots = () =>
    ask(visit.rpc.counsellor.freeSlots.query({ counsellorId: counsellor.id, from, to }));
  const slots = await findSlots();
  if (!form) {
    // Someone who comes back with a choice may find it taken, like someone who posts it.
    const isInWindow = startsAt !== undefined && startsAt >= from && startsAt < to;
    const gone = isInWindow && !slots.some((slot) => slot.startsAt === startsAt);
    const faults = gone ? [{ field: 'startsAt', message: visit.t('choose.errorTaken') }] : [];
    return { wishes, times: { zone, window, slots }, status: 200, faults, gone };
  }
  const outcome = await postBooking(visit, wishes, { counsellor, slots }, zone);
  if ('goTo' in outcome) return outcome;
  // What was free a moment ago may be what was taken.
  return { wishes, times: { zone, window, slots: outcome.gone ? await findSlots() : slots }, ...outcome };
}
