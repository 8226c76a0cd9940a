import { ListHolidayCountries } from '@homeward/contracts/availability';
import { query } from '../kernel/index.ts';
import { holidayCountries, holidayRegions } from './public-holidays.ts';

/** The countries whose public holidays are known, and the regions of one of them. */
export const listHolidayCountries = query({
  action: 'counsellor.list-holiday-countries',
  scope: 'availability:own',
  input: ListHolidayCountries,
  run: async (_, { country, locale }) => ({
    countries: await holidayCountries(),
    regions: country
      ? Object.entries(await holidayRegions(country, locale)).map(([code, name]) => ({ code, name }))
      : [],
  }),
});
