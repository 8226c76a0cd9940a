import { SetHolidays } from '@homeward/contracts/availability';
import { actingAs, command, Failure } from '../kernel/index.ts';
import { holidayCountries, holidayRegions } from './public-holidays.ts';
import { readMyProfile } from './read-my-profile.ts';

/** Whose public holidays are free days of the signed-in counsellor. Throws `invalid-input` for a country or region that nobody knows. */
export const setHolidays = command({
  action: 'counsellor.set-holidays',
  scope: 'availability:own',
  input: SetHolidays,
  prepare: async (_, { country, region }) => {
    if (country === null) return;
    if (!(await holidayCountries()).includes(country)) throw refused('country');
    if (region !== null && !Object.hasOwn(await holidayRegions(country), region)) throw refused('region');
  },
  run: async (tx, { country, region }) => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    await tx.db
      .updateTable('counsellor')
      .where('id', '=', staffId)
      .set({ holiday_country: country, holiday_region: region })
      .execute();
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});

function refused(member: 'country' | 'region'): Failure {
  const message = 'must be one whose public holidays are known';
  return new Failure('invalid-input', 'these holidays are not known', [
    { pointer: `/${member}`, code: 'not-known', message },
  ]);
}
