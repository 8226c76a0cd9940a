import { z } from 'zod';
import { BookAppointment } from './booking.ts';
import { Modality } from './counsellor.ts';
import { Id, Instant } from './id.ts';

/** How many appointments one series may have. */
export const MOST_IN_SERIES = 12;

const rhythm = {
  count: z.number().int().min(2).max(MOST_IN_SERIES),
  everyWeeks: z.union([z.literal(1), z.literal(2)]),
  /** Dates that the person leaves out, counted from 0; the first is never left out. */
  without: z
    .array(
      z
        .number()
        .int()
        .min(1)
        .max(MOST_IN_SERIES - 1),
    )
    .max(MOST_IN_SERIES)
    .default([]),
};

/** The dates of a series that begins at this time. */
export const PlanSeries = z.strictObject({
  counsellorId: Id,
  startsAt: Instant,
  modality: Modality,
  ...rhythm,
});
export type PlanSeries = z.input<typeof PlanSeries>;

/** Every date at the same time on the counsellor's clock; what is in the way of one is in the way of all. */
export const SeriesDate = z.object({
  index: z.number().int(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['free', 'not-free', 'already-booked-then', 'left-out']),
});
export type SeriesDate = z.infer<typeof SeriesDate>;

/** Books all of these dates, or none. */
export const BookSeries = z.strictObject({ first: BookAppointment, ...rhythm });
export type BookSeries = z.input<typeof BookSeries>;

/** Gives back this appointment and those of its series that come after it. */
export const CancelSeriesFrom = z.strictObject({ id: Id });
