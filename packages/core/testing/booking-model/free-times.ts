import { type Appointment, activeOf, deskOf, type Model, overlap, type Span } from './model.ts';
import { COUNSELLORS, DAY, type Hours, MINUTE } from './scene.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * When a counsellor can be booked, as the rules say it: on the grid of their hours, clear of what is taken and of time off
 * with the buffers, not before the notice, not beyond the horizon, and not on a day that is full. Starts, in order.
 */
export function freeTimes(model: Model, counsellor: number, but: readonly Appointment[] = []): number[] {
  const { limits, timeOff } = deskOf(model, counsellor);
  const taken = activeOf(model).filter((one) => one.counsellor === counsellor && !but.includes(one));
  const earliest = model.now + limits.noticeMinutes * MINUTE;
  const latest = model.now + limits.horizonDays * DAY;
  return gridTimes(model, counsellor).filter((start) => {
    const { blocked } = spansOf(model, counsellor, start);
    const onDay = taken.filter((one) => dateIn(counsellor, one.from) === dateIn(counsellor, start));
    return (
      start >= earliest &&
      start <= latest &&
      !timeOff.some((off) => overlap(off, blocked)) &&
      !taken.some((one) => overlap(one.blocked, blocked)) &&
      onDay.length < limits.maxPerDay
    );
  });
}

/** An appointment that would start then: its time, and with the buffers around it. */
export function spansOf(model: Model, counsellor: number, from: number): Span & { blocked: Span } {
  const { limits } = deskOf(model, counsellor);
  const to = from + limits.lengthMinutes * MINUTE;
  const blocked = {
    from: from - limits.bufferBeforeMinutes * MINUTE,
    to: to + limits.bufferAfterMinutes * MINUTE,
  };
  return { from, to, blocked };
}

/** Every start on the grid of the hours from yesterday on, whether free or not. */
export function gridTimes(model: Model, counsellor: number): number[] {
  const { hours, limits } = deskOf(model, counsellor);
  const starts = new Set<number>();
  for (let days = -1; days <= limits.horizonDays + 1; days++) {
    const date = Temporal.PlainDate.from(dateIn(counsellor, model.now)).add({ days });
    for (const open of hours.filter((one) => isOn(one, date))) {
      const [from, to] = [open.from, open.to].map((time) => instantIn(counsellor, date, time));
      for (let start = from ?? 0; start + limits.lengthMinutes * MINUTE <= (to ?? 0); )
        start = starts.add(start) && start + limits.stepMinutes * MINUTE;
    }
  }
  return [...starts].sort((a, b) => a - b);
}

const isOn = ({ days, validUntil }: Hours, date: Temporal.PlainDate): boolean =>
  days.some((day) => day === WEEKDAYS[date.dayOfWeek - 1]) && (!validUntil || date.toString() <= validUntil);

const zoneOf = (counsellor: number): string => COUNSELLORS[counsellor]?.zone ?? 'UTC';

/** The date on a counsellor's wall. */
export const dateIn = (counsellor: number, instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zoneOf(counsellor))
    .toPlainDate()
    .toString();

/** When a counsellor's clock shows this. */
export const instantIn = (counsellor: number, date: Temporal.PlainDate | string, time: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zoneOf(counsellor), plainTime: time })
    .epochMilliseconds;
