import type { AddTimeOff, SetOverride } from '@homeward/contracts/availability';
import { Modality } from '@homeward/contracts/counsellor';
import { Id, PlainDate } from '@homeward/contracts/id';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';
import { parseTime } from '../hours/hours-form.ts';

/** Stretches of hours that a date of its own can have in the form. */
export const DAY_ROWS = 3;

export type Read<Value> = { value: Value; faults: [] } | { value: undefined; faults: Fault[] };

/** Reads posted time off: whole days, or from a time to a time. Without a last day it is the first day only. */
export function readTimeOff(form: URLSearchParams, t: Translate): Read<AddTimeOff> {
  const faults: Fault[] = [];
  const text = (name: string) => (form.get(name) ?? '').trim();
  const date = (name: string, otherwise = '') => {
    const read = PlainDate.safeParse(text(name) || otherwise);
    if (!read.success) faults.push({ field: name, message: t('days.errorDate') });
    return read.data ?? '';
  };
  const time = (name: string) => {
    const read = text(name) === '' ? undefined : parseTime(text(name));
    if (text(name) !== '' && (read === undefined || read === '24:00'))
      faults.push({ field: name, message: t('days.errorTime') });
    return read;
  };
  const from = { date: date('off-from'), time: time('off-from-time') };
  const until = { date: date('off-until', from.date), time: time('off-until-time') };
  if (faults.length === 0 && momentOf(until, '24:00') <= momentOf(from, '00:00'))
    faults.push({ field: 'off-until', message: t('days.errorOrder') });
  return faults.length > 0 ? { value: undefined, faults } : { value: { from, until }, faults: [] };
}

const momentOf = ({ date, time }: { date: string; time?: string | undefined }, whole: string) =>
  `${date} ${time ?? whole}`;

/** Reads posted hours of one date; without any it is a day without hours, but only when that was said. */
export function readOverride(form: URLSearchParams, t: Translate): Read<SetOverride> {
  const faults: Fault[] = [];
  const date = PlainDate.safeParse((form.get('on') ?? '').trim());
  if (!date.success) faults.push({ field: 'on', message: t('days.errorDate') });
  const isClosed = form.get('hours') === 'none';
  const hours = isClosed ? [] : readDayRows(form, t, faults);
  if (!isClosed && hours.length === 0 && faults.length === 0)
    faults.push({ field: 'on-from-0', message: t('days.errorHours') });
  return date.success && faults.length === 0
    ? { value: { date: date.data, hours }, faults: [] }
    : { value: undefined, faults };
}

function readDayRows(form: URLSearchParams, t: Translate, faults: Fault[]): SetOverride['hours'] {
  const hours: SetOverride['hours'] = [];
  for (let index = 0; index < DAY_ROWS; index++) {
    const text = (name: string) => (form.get(`${name}-${index}`) ?? '').trim();
    if (text('on-from') === '' && text('on-to') === '') continue;
    const from = parseTime(text('on-from'));
    const end = parseTime(text('on-to'));
    const to = end === '00:00' ? '24:00' : end;
    const placeId = Id.safeParse(text('on-place')).data;
    const ways = form.getAll(`on-way-${index}`);
    if (from === undefined) faults.push({ field: `on-from-${index}`, message: t('days.errorTime') });
    if (to === undefined) faults.push({ field: `on-to-${index}`, message: t('days.errorTime') });
    if (from === undefined || to === undefined) continue;
    if (to <= from) faults.push({ field: `on-to-${index}`, message: t('days.errorOrder') });
    if (hours.some((other) => from < other.to && other.from < to))
      faults.push({ field: `on-from-${index}`, message: t('days.errorOverlap') });
    const modalities = Modality.options.filter((modality) => ways.includes(modality));
    hours.push({ from, to, modalities, ...(placeId && { placeId }) });
  }
  return hours;
}
