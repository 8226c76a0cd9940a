import { PlanSeries, type SeriesDate } from '@homeward/contracts/series';
import type { Span } from '@homeward/scheduling';
import { findOpenAppointments } from '../booking/index.ts';
import { asIfWithout, findAvailabilities, getCounsellorRow, offeredSlots } from '../counsellor/index.ts';
import { actingAs, query, toInstant } from '../kernel/index.ts';
import { seriesDates } from './series-dates.ts';

/**
 * The dates of a series that begins at this time, and of each whether it is free for this person: asked of the same engine as
 * booking. What they hold of it themselves is free. Changes nothing. Throws `not-found` (the counsellor).
 */
export const planSeries = query({
  action: 'series.plan',
  scope: 'appointments:book',
  input: PlanSeries,
  run: async (tx, { counsellorId, startsAt, modality, ...rhythm }): Promise<SeriesDate[]> => {
    const { personId } = actingAs(tx.actor, 'person');
    const counsellor = await getCounsellorRow(tx, counsellorId);
    const { zone, length_minutes: lengthMinutes } = counsellor;
    const dates = seriesDates(Date.parse(startsAt), rhythm, { zone, lengthMinutes });
    const open = await findOpenAppointments(tx, personId);
    const held = open.filter((one) => one.status === 'held');
    const overlaps = (one: Span, date: Span) => one.from < date.to && date.from < one.to;
    const states: SeriesDate[] = [];
    for (const { index, isLeftOut, ...span } of dates) {
      const offer = (await findAvailabilities(tx, [counsellor], span)).get(counsellorId);
      const own = held.filter((one) => one.counsellorId === counsellorId);
      const slots = offer ? offeredSlots(asIfWithout(offer, own), { now: tx.clock.now(), window: span }) : [];
      const isFree = slots.some((slot) => slot.startsAt === span.from && slot.modalities.includes(modality));
      const isBusy = open.some((one) => one.status !== 'held' && overlaps(one, span));
      const state = isLeftOut ? 'left-out' : isBusy ? 'already-booked-then' : isFree ? 'free' : 'not-free';
      states.push({ index, startsAt: toInstant(span.from), endsAt: toInstant(span.to), state });
    }
    return states;
  },
});
