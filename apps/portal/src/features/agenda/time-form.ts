import { UrgentReason } from '@homeward/contracts/booking';
import { PlainDate, PlainTime } from '@homeward/contracts/id';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

/** A time that a counsellor names, as it was typed. */
export interface TimeForm {
  date: string;
  time: string;
  /** Why, where they have no hours. */
  urgentReason: UrgentReason | undefined;
  /** Set when there is no fault. */
  startsAt: string | undefined;
  faults: Fault[];
}

/** Reads a date, a time of the counsellor's own clock and perhaps a reason. */
export function readTimeForm(form: URLSearchParams, zone: string, t: Translate): TimeForm {
  const text = (name: string) => (form.get(name) ?? '').trim().slice(0, 20);
  const [date, typed] = [text('date'), text('time').replace('.', ':')];
  const time = typed.length === 4 ? `0${typed}` : typed;
  const reason = UrgentReason.safeParse(form.get('reason'));
  const faults: Fault[] = [];
  if (!PlainDate.safeParse(date).success) faults.push({ field: 'date', message: t('careTime.errorDate') });
  if (!PlainTime.safeParse(time).success) faults.push({ field: 'time', message: t('careTime.errorTime') });
  return {
    date,
    time,
    urgentReason: reason.success ? reason.data : undefined,
    startsAt: faults.length === 0 ? instantOf(date, time, zone) : undefined,
    faults,
  };
}

/** The form for a time that is named by an address (`?date=…&time=…`), or for the one that stands. */
export function timeFormFor(startsAt: string, zone: string, query: URLSearchParams): TimeForm {
  const local = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
  const date = PlainDate.safeParse(query.get('date'));
  const time = PlainTime.safeParse(query.get('time'));
  return {
    date: date.success ? date.data : local.toPlainDate().toString(),
    time: time.success ? time.data : local.toPlainTime().toString({ smallestUnit: 'minute' }),
    urgentReason: undefined,
    startsAt: undefined,
    faults: [],
  };
}

// On the days when clocks change `compatible` is what everything else here means, too.
const instantOf = (date: string, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString();

/** What the API has against a time, in the reader's words. */
export function timeFault(
  code: string,
  issues: readonly { pointer: string; code: string }[],
  t: Translate,
): Fault {
  if (code === 'slot-taken') return { field: 'time', message: t('careTime.taken') };
  if (issues.some(({ pointer }) => pointer === '/urgentReason'))
    return { field: 'reason', message: t('careTime.outside') };
  if (issues.some((issue) => issue.code === 'in-the-past'))
    return { field: 'date', message: t('careTime.past') };
  if (issues.some(({ pointer }) => pointer === '/modality'))
    return { field: 'time', message: t('careTime.way') };
  return { field: 'time', message: t('careTime.stale') };
}
