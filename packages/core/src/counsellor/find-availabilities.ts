import type { Modality } from '@homeward/contracts/counsellor';
import { type Availability, dateOf, type Limits, type Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '../kernel/index.ts';
import { readBusy, selectBusy } from './find-busy.ts';
import { findPlaces } from './find-places.ts';
import { type Offer, placeOf, wayAt } from './offered-slots.ts';
import { holidayDates } from './public-holidays.ts';
import { readIntervals } from './read-intervals.ts';
import type { CounsellorRow } from './select-counsellors.ts';

type Timetable = Pick<
  CounsellorRow,
  | 'id'
  | 'zone'
  | 'modalities'
  | 'length_minutes'
  | 'step_minutes'
  | 'buffer_before_minutes'
  | 'buffer_after_minutes'
  | 'notice_minutes'
  | 'horizon_days'
  | 'max_per_day'
  | 'longest_run_minutes'
  | 'break_minutes'
  | 'holiday_country'
  | 'holiday_region'
>;

const DAY = 86_400_000;

/**
 * What decides these counsellors' free times inside a window, by counsellor. The one reading of it: what is shown and
 * what is booked are found by the engine in the same answer.
 */
export async function findAvailabilities(
  tx: Tx,
  counsellors: readonly Timetable[],
  window: Span,
): Promise<Map<string, Offer>> {
  if (counsellors.length === 0) return new Map();
  const { rules, busy } = await readTimetables(tx, counsellors, window);
  const busyOf = readBusy(busy);
  const hours = await hoursOf(counsellors, rules, window);
  const places = await findPlaces(tx, placesOf([...hours.values()]), window);
  return new Map([...hours].map(([id, own]) => [id, { ...own, busy: busyOf.get(id) ?? [], places }]));
}

/** The same as if nothing were booked: their hours, absences and limits. */
export async function findHours(
  tx: Tx,
  counsellors: readonly Timetable[],
  window: Span,
): Promise<Map<string, Availability>> {
  if (counsellors.length === 0) return new Map();
  const ids = counsellors.map(({ id }) => id);
  return hoursOf(counsellors, await selectRules(tx, ids, window).execute(), window);
}

async function hoursOf(
  counsellors: readonly Timetable[],
  rules: readonly Rules[],
  window: Span,
): Promise<Map<string, Availability>> {
  const rulesOf = new Map(rules.map((row) => [row.id, row]));
  const hours = new Map<string, Availability>();
  for (const counsellor of counsellors) {
    const { id, zone, modalities, holiday_country: country, holiday_region: region } = counsellor;
    const own = rulesOf.get(id);
    hours.set(id, {
      zone,
      limits: limitsOf(counsellor),
      weekly: (own?.weekly ?? []).flatMap((rule) => within(rule, modalities)),
      overrides: (own?.overrides ?? []).map(({ date, intervals }) => ({
        date,
        intervals: readIntervals(intervals).flatMap((interval) => within(interval, modalities)),
      })),
      timeOff: own?.timeOff ?? [],
      ...(country && { holidays: await holidayDates(country, region, ...datesAround(window)) }),
    });
  }
  return hours;
}

/** Hours for the ways to meet that the counsellor offers at all; hours for none of these are no hours. */
function within<Hours extends { modality: readonly string[]; placeId?: string | null | undefined }>(
  { placeId, ...hours }: Hours,
  offered: readonly Modality[],
): (Omit<Hours, 'placeId'> & { modality: string[] })[] {
  const ways = offered.filter((one) => hours.modality.length === 0 || hours.modality.includes(one));
  const modality = ways.map((way) => (way === 'in-person' && placeId ? wayAt(placeId) : way));
  return modality.length === 0 ? [] : [{ ...hours, modality }];
}

/** The places that are named in hours. */
export function placesOf(hours: readonly Availability[]): string[] {
  const intervals = hours.flatMap(({ weekly = [], overrides = [] }) => [
    ...weekly,
    ...overrides.flatMap((override) => override.intervals),
  ]);
  const named = intervals.flatMap(({ modality = [] }) => modality.flatMap((way) => placeOf(way) ?? []));
  return [...new Set(named)].sort();
}

/** One statement, since every way to the database and back counts while others wait for the counsellor's row. */
async function readTimetables(tx: Tx, counsellors: readonly Timetable[], window: Span) {
  const ids = counsellors.map(({ id }) => id);
  return tx.db
    .selectNoFrom([
      jsonArrayFrom(selectRules(tx, ids, window)).as('rules'),
      selectBusy(
        tx,
        counsellors.map((one) => ({ id: one.id, limits: limitsOf(one) })),
        window,
      ).as('busy'),
    ])
    .executeTakeFirstOrThrow();
}

function selectRules(tx: Tx, ids: readonly string[], window: Span) {
  const around = { from: window.from - 2 * DAY, to: window.to + 2 * DAY };
  const [firstDate, lastDate] = datesAround(window);
  return tx.db
    .selectFrom('counsellor')
    .where('counsellor.id', 'in', ids)
    .select((outer) => [
      'counsellor.id',
      jsonArrayFrom(
        outer
          .selectFrom('weekly_rule')
          .whereRef('weekly_rule.counsellor_id', '=', 'counsellor.id')
          .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', firstDate)]))
          .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', lastDate)]))
          .select([
            'days',
            'from_time as from',
            'to_time as to',
            'weekly_rule.modalities as modality',
            'valid_from as validFrom',
            'valid_until as validUntil',
            'place_id as placeId',
          ]),
      ).as('weekly'),
      jsonArrayFrom(
        outer
          .selectFrom('availability_override')
          .whereRef('availability_override.counsellor_id', '=', 'counsellor.id')
          .where('on_date', '>=', firstDate)
          .where('on_date', '<=', lastDate)
          .select(['on_date as date', 'intervals']),
      ).as('overrides'),
      jsonArrayFrom(
        outer
          .selectFrom('time_off')
          .whereRef('time_off.counsellor_id', '=', 'counsellor.id')
          .where(sql<boolean>`period && tstzrange(${new Date(around.from)}, ${new Date(around.to)})`)
          .select([epoch('lower(period)').as('from'), epoch('upper(period)').as('to')]),
      ).as('timeOff'),
    ]);
}

/** Dates are the counsellor's, so two days more on either side reach far enough in every zone. */
const datesAround = ({ from, to }: Span): [first: string, last: string] => [
  dateOf(from - 2 * DAY, 'UTC'),
  dateOf(to + 2 * DAY, 'UTC'),
];

type Rules = Awaited<ReturnType<ReturnType<typeof selectRules>['executeTakeFirstOrThrow']>>;

/** Epoch milliseconds of an SQL expression. */
const epoch = (instant: 'lower(period)' | 'upper(period)') =>
  sql<number>`(extract(epoch from ${sql.raw(instant)}) * 1000)::float8`;

function limitsOf(row: Timetable): Limits {
  return {
    lengthMinutes: row.length_minutes,
    stepMinutes: row.step_minutes,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    noticeMinutes: row.notice_minutes,
    horizonDays: row.horizon_days,
    maxPerDay: row.max_per_day,
    ...(row.longest_run_minutes !== null && { longestRunMinutes: row.longest_run_minutes }),
    ...(row.break_minutes !== null && { breakMinutes: row.break_minutes }),
  };
}
