import { ListCounsellors } from '@homeward/contracts/counsellor';
import { sql } from 'kysely';
import { query } from '../kernel/index.ts';
import { presentCounsellor } from './present-counsellor.ts';
import { selectCounsellors } from './select-counsellors.ts';
import { speaks } from './speaks.ts';

const MOST = 200;

/** The counsellors who can be booked, by name; those who speak a language or meet in a way, when one is asked for. */
export const listCounsellors = query({
  action: 'counsellor.list',
  scope: 'counsellors:browse',
  input: ListCounsellors,
  run: async (tx, { locale, language, modality }) => {
    let rows = selectCounsellors(tx);
    if (language) rows = rows.where(speaks(language));
    if (modality) rows = rows.where(sql<boolean>`${modality} = ANY (counsellor.modalities)`);
    const found = await rows.orderBy('counsellor.alias').orderBy('counsellor.id').limit(MOST).execute();
    return found.map((row) => presentCounsellor(row, locale));
  },
});
