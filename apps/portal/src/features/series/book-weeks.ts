import { BookSeries, type SeriesDate } from '@homeward/contracts/series';
import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import type { Fault } from '../form/fault.ts';
import type { Weeks } from './weeks.ts';

interface Said {
  zone: string;
  callMe: string;
  dates: readonly SeriesDate[];
}

/** Books all dates of a series; answers a way on, or what is wrong, by the date that could not be had. */
export async function bookWeeks(
  { rpc, t, formats }: Visit,
  weeks: Weeks,
  { zone, callMe, dates }: Said,
): Promise<{ goTo: string } | { status: number; faults: Fault[] }> {
  const { counsellorId, startsAt, modality, language, count, everyWeeks, without } = weeks;
  const name = callMe.trim();
  const parsed = BookSeries.safeParse({
    count,
    everyWeeks,
    without: without.filter((index) => index < count),
    first: {
      counsellorId,
      startsAt,
      modality,
      zone,
      ...(language && { language }),
      ...(name !== '' && { callMe: name }),
    },
  });
  if (!parsed.success)
    return { status: 422, faults: [{ field: 'callMe', message: t('choose.errorCallMe', { max: 60 }) }] };
  const booked = await attempt(rpc.series.book.mutate(parsed.data), [
    'slot-taken',
    'already-booked-then',
    'too-many-bookings',
    'not-yet-confirmed',
    'invalid-input',
  ]);
  if (booked.ok) return { goTo: `/appointments/${booked.value.ids[0] ?? ''}?weeks` };
  const index = Number(/^\/dates\/(\d+)$/.exec(booked.issues[0]?.pointer ?? '')?.[1] ?? Number.NaN);
  const date = dates.find((one) => one.index === index);
  const message =
    booked.code === 'too-many-bookings'
      ? t('weeks.errorMany')
      : booked.code === 'not-yet-confirmed'
        ? t('weeks.errorNew')
        : booked.code === 'invalid-input'
          ? t('weeks.few')
          : date
            ? t('weeks.errorNamed', { when: formats.longDayAndClock(date.startsAt, zone) })
            : t('weeks.conflict');
  return { status: booked.code === 'invalid-input' ? 422 : 409, faults: [{ field: 'dates', message }] };
}
