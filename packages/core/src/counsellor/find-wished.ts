import type { AnyCounsellor } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import { type CounsellorRow, selectCounsellors } from './select-counsellors.ts';
import { speaks } from './speaks.ts';

/** Everybody who can be booked and fits, in no order. */
export function findWished(
  tx: Tx,
  { practice, language, gender, topic, modality }: AnyCounsellor & { modality?: string | undefined },
): Promise<CounsellorRow[]> {
  let select = selectCounsellors(tx);
  if (practice) select = select.where('counsellor.practice', '=', practice);
  if (language) select = select.where(speaks(language));
  if (gender) select = select.where('counsellor.gender', '=', gender);
  if (topic) select = select.where(sql<boolean>`${topic} = ANY (counsellor.topics)`);
  if (modality) select = select.where(sql<boolean>`${modality} = ANY (counsellor.modalities)`);
  return select.execute();
}
