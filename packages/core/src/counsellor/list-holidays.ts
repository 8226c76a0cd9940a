import { type Holiday, ListHolidays } from '@homeward/contracts/availability';
import { dateAfter, dateOf } from '@homeward/scheduling';
import { query } from '../kernel/index.ts';
import { publicHolidays } from './public-holidays.ts';
import { readMyProfile } from './read-my-profile.ts';
import { weeklyHoursOn } from './weekly-hours-on.ts';

const DAYS_AHEAD = 365;

/** The public holidays of the signed-in counsellor in the next twelve months, by date; none when they keep none. */
export const listHolidays = query({
  action: 'counsellor.list-holidays',
  scope: 'availability:own',
  input: ListHolidays,
  run: async (tx, { locale }): Promise<Holiday[]> => {
    const { zone, holidays, overrides, rules } = await readMyProfile(tx);
    if (holidays === null) return [];
    const today = dateOf(tx.clock.now(), zone);
    const last = dateAfter(today, DAYS_AHEAD);
    const years = [Number(today.slice(0, 4)), Number(last.slice(0, 4))];
    const lists = await Promise.all(
      [...new Set(years)].map((year) => publicHolidays(holidays.country, holidays.region, year, locale)),
    );
    return lists
      .flat()
      .filter(({ date }) => date >= today && date <= last)
      .map(({ date, name }) => ({
        date,
        name,
        worked: overrides.some((override) => override.date === date),
        hasHours: weeklyHoursOn(rules, date).length > 0,
      }));
  },
});
