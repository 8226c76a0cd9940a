import { ListCounsellors } from '@homeward/contracts/counsellor';
import { query } from '../kernel/index.ts';
import { findWishedRows } from './find-wished-rows.ts';
import { presentCounsellor } from './present-counsellor.ts';

const MOST = 200;

/** The counsellors who can be booked and fit, by name. */
export const listCounsellors = query({
  action: 'counsellor.list',
  scope: 'counsellors:browse',
  input: ListCounsellors,
  run: async (tx, { locale, ...wishes }) => {
    const found = await findWishedRows(tx, wishes);
    return found.slice(0, MOST).map((row) => presentCounsellor(row, locale));
  },
});
