import { GetCounsellor } from '@homeward/contracts/counsellor';
import { query } from '../kernel/index.ts';
import { getCounsellorRow } from './get-counsellor-row.ts';
import { presentCounsellor } from './present-counsellor.ts';

/** One counsellor, as anybody may see one. Throws `not-found`. */
export const getCounsellor = query({
  action: 'counsellor.get',
  scope: 'counsellors:browse',
  input: GetCounsellor,
  run: async (tx, { id, locale }) => presentCounsellor(await getCounsellorRow(tx, id), locale),
});
