import { Modality, Weekday, type WeeklyRule } from '@homeward/contracts/counsellor';
import { Id, PlainDate } from '@homeward/contracts/id';

/** The API takes at most so many sets of hours. */
export const MOST_ROWS = 100;

/** One row of the editor, as it was typed. */
export interface HoursRow {
  day: Weekday | '';
  from: string;
  to: string;
  modalities: Modality[];
  /** The id of a place; empty: none. */
  placeId: string;
  /** A date; empty: no bound. */
  validFrom: string;
  validUntil: string;
  /** It stood in the editor before: without a day it is taken away, whatever else is in it. */
  wasThere: boolean;
}

export const EMPTY_ROW: HoursRow = {
  day: '',
  from: '',
  to: '',
  modalities: [],
  placeId: '',
  validFrom: '',
  validUntil: '',
  wasThere: false,
};

const DAYS = Weekday.options;
const END_OF_DAY = '24:00';

/** A row for each day of each rule, in the order of the week. */
export function hoursRows(rules: readonly WeeklyRule[]): HoursRow[] {
  const rows = rules.flatMap(
    ({ days, from, to, modalities, placeId = '', validFrom = '', validUntil = '' }) =>
      days.map((day) => ({
        day,
        from,
        to: to === END_OF_DAY ? '00:00' : to,
        modalities,
        placeId,
        validFrom,
        validUntil,
        wasThere: true,
      })),
  );
  return rows.sort((a, b) => DAYS.indexOf(a.day) - DAYS.indexOf(b.day) || a.from.localeCompare(b.from));
}

/** Reads the rows of a posted editor, as they were typed. */
export function readHoursRows(form: URLSearchParams): HoursRow[] {
  const count = Math.min(Math.max(0, Math.trunc(Number(form.get('rows')) || 0)), 2 * MOST_ROWS);
  return Array.from({ length: count }, (_, index) => {
    const text = (name: string) => (form.get(`${name}-${index}`) ?? '').trim().slice(0, 20);
    const day = Weekday.safeParse(text('day'));
    const ways = form.getAll(`modality-${index}`);
    return {
      day: day.success ? day.data : '',
      from: text('from'),
      to: text('to'),
      modalities: Modality.options.filter((modality) => ways.includes(modality)),
      placeId: Id.safeParse(form.get(`place-${index}`)).data ?? '',
      validFrom: text('validFrom'),
      validUntil: text('validUntil'),
      wasThere: text('was') === '1',
    };
  });
}

/** What is wrong with a row; rows count from 0. */
export interface RowFault {
  row: number;
  code: 'day' | 'from' | 'to' | 'order' | 'overlap' | 'validFrom' | 'validUntil' | 'dates' | 'way' | 'place';
  /** The row that is overlapped. */
  other?: number;
}

export type ParsedHours = { ok: true; rules: WeeklyRule[] } | { ok: false; faults: RowFault[] };

interface Hours {
  row: number;
  day: Weekday;
  from: string;
  to: string;
  source: HoursRow;
}

/** What the counsellor can choose in a row. */
export interface Choosable {
  modalities: readonly Modality[];
  placeIds: readonly string[];
}

/** Makes rules of rows. Empty rows, and rows that were there and have lost their day, are left out. */
export function parseHours(rows: readonly HoursRow[], choosable: Choosable): ParsedHours {
  const faults: RowFault[] = [];
  const hours: Hours[] = [];
  for (const [row, source] of rows.entries()) {
    const { day, wasThere } = source;
    if (day === '') {
      if (!wasThere && (source.from !== '' || source.to !== '')) faults.push({ row, code: 'day' });
      continue;
    }
    for (const code of faultsOfChoice(source, choosable)) faults.push({ row, code });
    const from = parseTime(source.from);
    const end = parseTime(source.to);
    const to = end === '00:00' ? END_OF_DAY : end;
    if (from === undefined) faults.push({ row, code: 'from' });
    if (to === undefined) faults.push({ row, code: 'to' });
    if (from === undefined || to === undefined) continue;
    if (to <= from) faults.push({ row, code: 'order' });
    const earlier = hours.find((other) => overlaps(other, { row, day, from, to, source }));
    if (earlier) faults.push({ row, code: 'overlap', other: earlier.row });
    hours.push({ row, day, from, to, source });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules: toRules(hours) };
}

function faultsOfChoice(row: HoursRow, { modalities, placeIds }: Choosable): RowFault['code'][] {
  const { validFrom, validUntil, placeId } = row;
  const [isFrom, isUntil] = [validFrom, validUntil].map(
    (date) => date === '' || PlainDate.safeParse(date).success,
  );
  const codes: RowFault['code'][] = [];
  if (!isFrom) codes.push('validFrom');
  if (!isUntil) codes.push('validUntil');
  if (isFrom && isUntil && validFrom !== '' && validUntil !== '' && validUntil < validFrom)
    codes.push('dates');
  if (row.modalities.some((way) => !modalities.includes(way))) codes.push('way');
  if (placeId !== '' && !placeIds.includes(placeId)) codes.push('place');
  return codes;
}

/** `9:00`, `09.00` and `0900` are all understood: not every browser has a field for times. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, hour = '', minute = ''] = match;
  const isTime = (Number(hour) < 24 && Number(minute) < 60) || (hour === '24' && minute === '00');
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

const overlaps = (a: Hours, b: Hours): boolean =>
  a.day === b.day &&
  a.from < b.to &&
  b.from < a.to &&
  a.source.validFrom <= (b.source.validUntil || '9999') &&
  b.source.validFrom <= (a.source.validUntil || '9999');

/** Days with the same hours become one rule again. */
function toRules(hours: readonly Hours[]): WeeklyRule[] {
  const rules = new Map<string, WeeklyRule>();
  for (const { day, from, to, source } of hours) {
    const { modalities, placeId, validFrom, validUntil } = source;
    const key = JSON.stringify([from, to, modalities, placeId, validFrom, validUntil]);
    const known = rules.get(key);
    if (known) known.days.push(day);
    else
      rules.set(key, {
        days: [day],
        from,
        to,
        modalities,
        ...(placeId && { placeId }),
        ...(validFrom && { validFrom }),
        ...(validUntil && { validUntil }),
      });
  }
  return [...rules.values()];
}
