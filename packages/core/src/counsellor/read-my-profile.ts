import type { MyProfile } from '@homeward/contracts/availability';
import { Topic, Weekday, type WeeklyRule } from '@homeward/contracts/counsellor';
import { dateAfter, dateOf } from '@homeward/scheduling';
import { sql } from 'kysely';
import { actingAs, type Tx, toInstant } from '../kernel/index.ts';
import { getOwnRow } from './get-own-row.ts';
import { readDayHours } from './read-intervals.ts';
import { readTexts } from './read-texts.ts';

/** The signed-in counsellor's settings. */
export async function readMyProfile(tx: Tx): Promise<MyProfile> {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  const counsellor = await getOwnRow(tx);
  const details = await tx.db
    .selectFrom('meeting_detail')
    .where('counsellor_id', '=', staffId)
    .select(['modality', 'details'])
    .execute();
  return {
    counsellorId: counsellor.id,
    alias: counsellor.alias,
    zone: counsellor.zone,
    country: counsellor.country,
    practice: counsellor.practice,
    languages: counsellor.languages,
    topics: Topic.options.filter((topic) => counsellor.topics.includes(topic)),
    modalities: counsellor.modalities,
    gender: counsellor.gender,
    area: counsellor.area,
    about: readTexts(counsellor.about),
    acceptsNewcomers: counsellor.accepts_newcomers,
    confirmsByHand: counsellor.confirms_by_hand,
    limits: {
      lengthMinutes: counsellor.length_minutes,
      stepMinutes: counsellor.step_minutes,
      bufferBeforeMinutes: counsellor.buffer_before_minutes,
      bufferAfterMinutes: counsellor.buffer_after_minutes,
      noticeMinutes: counsellor.notice_minutes,
      horizonDays: counsellor.horizon_days,
      maxPerDay: counsellor.max_per_day,
      longestRunMinutes: counsellor.longest_run_minutes,
      breakMinutes: counsellor.break_minutes,
    },
    holidays:
      counsellor.holiday_country === null
        ? null
        : { country: counsellor.holiday_country, region: counsellor.holiday_region },
    rules: await readRules(tx, staffId),
    overrides: await readOverrides(tx, staffId, counsellor.zone),
    timeOff: await readTimeOff(tx, staffId),
    details: Object.fromEntries(details.map((row) => [row.modality, row.details])),
  };
}

async function readRules(tx: Tx, staffId: string): Promise<WeeklyRule[]> {
  const rules = await tx.db
    .selectFrom('weekly_rule')
    .where('counsellor_id', '=', staffId)
    .select(['days', 'from_time', 'to_time', 'modalities', 'place_id', 'valid_from', 'valid_until'])
    .execute();
  return rules
    .map((rule) => ({
      days: Weekday.options.filter((day) => rule.days.includes(day)),
      from: rule.from_time,
      to: rule.to_time,
      modalities: rule.modalities,
      ...(rule.place_id && { placeId: rule.place_id }),
      ...(rule.valid_from && { validFrom: rule.valid_from }),
      ...(rule.valid_until && { validUntil: rule.valid_until }),
    }))
    .sort((a, b) => weekOrder(a).localeCompare(weekOrder(b), 'en'));
}

async function readOverrides(tx: Tx, staffId: string, zone: string): Promise<MyProfile['overrides']> {
  const rows = await tx.db
    .selectFrom('availability_override')
    .where('counsellor_id', '=', staffId)
    .where('on_date', '>=', dateAfter(dateOf(tx.clock.now(), zone), -1))
    .orderBy('on_date')
    .select(['on_date', 'intervals'])
    .execute();
  return rows.map(({ on_date: date, intervals }) => ({ date, hours: readDayHours(intervals) }));
}

async function readTimeOff(tx: Tx, staffId: string): Promise<MyProfile['timeOff']> {
  const rows = await tx.db
    .selectFrom('time_off')
    .where('counsellor_id', '=', staffId)
    .where(sql<boolean>`upper(period) > ${new Date(tx.clock.now())}`)
    .orderBy(sql`lower(period)`)
    .select(['id', sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')])
    .execute();
  return rows.map(({ id, from, to }) => ({ id, startsAt: toInstant(from), endsAt: toInstant(to) }));
}

/** From Monday morning on, earlier seasons before later ones. */
function weekOrder({ days, from, validFrom = '' }: WeeklyRule): string {
  const first = Weekday.options.findIndex((day) => days.includes(day));
  return `${first} ${from} ${validFrom}`;
}
