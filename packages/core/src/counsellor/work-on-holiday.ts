import { WorkOnHoliday } from '@homeward/contracts/availability';
import { command, Failure } from '../kernel/index.ts';
import { lockOwn } from './lock-own.ts';
import { holidayDates } from './public-holidays.ts';
import { readMyProfile } from './read-my-profile.ts';
import { assertAhead, writeOverride } from './set-override.ts';
import { weeklyHoursOn } from './weekly-hours-on.ts';

/**
 * Works on a public holiday: writes the weekly hours of that date as hours of its own. Taken back by removing them. Throws
 * `invalid-input` for a date that is no holiday of theirs or has no weekly hours.
 */
export const workOnHoliday = command({
  action: 'counsellor.work-on-holiday',
  scope: 'availability:own',
  input: WorkOnHoliday,
  run: async (tx, { date }) => {
    const { zone, holiday_country: country, holiday_region: region } = await lockOwn(tx);
    assertAhead(tx, date, zone);
    const hours = weeklyHoursOn((await readMyProfile(tx)).rules, date);
    const isHoliday = country !== null && (await holidayDates(country, region, date, date)).length > 0;
    if (!isHoliday || hours.length === 0)
      throw new Failure('invalid-input', 'there is nothing to work on this date', [
        { pointer: '/date', code: 'not-a-holiday', message: 'must be a holiday with weekly hours' },
      ]);
    await writeOverride(tx, date, hours);
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});
