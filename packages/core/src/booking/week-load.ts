import type { WeekLoad } from '@homeward/contracts/agenda';
import { dateOf, freeSlots } from '@homeward/scheduling';
import { sql } from 'kysely';
import { findHours, getOwnRow } from '../counsellor/index.ts';
import type { Tx } from '../kernel/index.ts';

const WEEKS = 4;

/** This week and the next three of the signed-in counsellor: what is booked, and as much as their hours and limits take. */
export async function readWeekLoad(tx: Tx): Promise<WeekLoad[]> {
  const own = await getOwnRow(tx);
  const today = Temporal.PlainDate.from(dateOf(tx.clock.now(), own.zone));
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const startOf = (week: number) =>
    monday.add({ weeks: week }).toZonedDateTime({ timeZone: own.zone }).epochMilliseconds;
  const window = { from: startOf(0), to: startOf(WEEKS) };

  const starts = await tx.db
    .selectFrom('appointment')
    .where('counsellor_id', '=', own.id)
    .where('kind', '<>', 'seat')
    .where('status', 'in', ['requested', 'booked', 'fulfilled', 'noshow'])
    .where(sql<boolean>`lower(period) >= ${new Date(window.from)} AND lower(period) < ${new Date(window.to)}`)
    .select(sql<Date>`lower(period)`.as('at'))
    .execute();
  const hours = (await findHours(tx, [own], window)).get(own.id);
  // One after the other with the pauses between them, as if nothing were booked.
  const pause = own.buffer_before_minutes + own.buffer_after_minutes;
  const limits = { lengthMinutes: own.length_minutes, stepMinutes: own.length_minutes + pause };
  const slots = hours
    ? freeSlots({ ...hours, limits, timeOff: hours.timeOff ?? [] }, { now: window.from, window })
    : [];
  const perDay = Map.groupBy(slots, ({ startsAt }) => dateOf(startsAt, own.zone));

  return Array.from({ length: WEEKS }, (_, week) => {
    const [from, to] = [startOf(week), startOf(week + 1)];
    const days = [...perDay.values()].filter(
      ([first]) => first && first.startsAt >= from && first.startsAt < to,
    );
    return {
      startsOn: monday.add({ weeks: week }).toString(),
      booked: starts.filter(({ at }) => at.getTime() >= from && at.getTime() < to).length,
      most: days.reduce((sum, day) => sum + Math.min(day.length, own.max_per_day ?? day.length), 0),
    };
  });
}
