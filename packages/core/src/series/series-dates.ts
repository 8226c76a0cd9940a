import { daysLater, type Span } from '@homeward/scheduling';

interface Rhythm {
  count: number;
  everyWeeks: 1 | 2;
  /** Left out, counted from 0. */
  without: readonly number[];
}

export interface SeriesDate extends Span {
  index: number;
  isLeftOut: boolean;
}

/** The dates of a series: each at the same time on the counsellor's clock as the first, across changes of clocks. */
export function seriesDates(
  startsAt: number,
  { count, everyWeeks, without }: Rhythm,
  { zone, lengthMinutes }: { zone: string; lengthMinutes: number },
): SeriesDate[] {
  return Array.from({ length: count }, (_, index) => {
    const from = daysLater(startsAt, index * everyWeeks * 7, zone);
    const isLeftOut = index > 0 && without.includes(index);
    return { index, from, to: from + lengthMinutes * 60_000, isLeftOut };
  });
}
