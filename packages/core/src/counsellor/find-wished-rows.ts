import type { CounsellorWishes } from '@homeward/contracts/counsellor';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import { hoursApart } from './hours-apart.ts';
import { type CounsellorRow, selectCounsellors } from './select-counsellors.ts';
import { speaks } from './speaks.ts';

/** How far a clock may be from one's own, so that office hours there are waking hours here. */
const NEAR_HOURS = 3;

/** Those whom the caller may see and who fit, by name. */
export async function findWishedRows(tx: Tx, wishes: CounsellorWishes): Promise<CounsellorRow[]> {
  const { near } = wishes;
  const rows = await selectWished(tx, wishes).orderBy('counsellor.alias').orderBy('counsellor.id').execute();
  // Not for the database to say: it may know other zones than the engine, and other rules for them.
  const far = hoursApart(tx.clock.now());
  return near === undefined ? rows : rows.filter(({ zone }) => far(zone, near) <= NEAR_HOURS);
}

function selectWished(tx: Tx, wishes: CounsellorWishes) {
  const { practice, language, gender, topic, modality, organisationId, country } = wishes;
  let select = selectCounsellors(tx);
  if (practice) select = select.where('counsellor.practice', '=', practice);
  if (language) select = select.where(speaks(language));
  if (gender) select = select.where('counsellor.gender', '=', gender);
  if (topic) select = select.where(sql<boolean>`${topic} = ANY (counsellor.topics)`);
  if (modality) select = select.where(sql<boolean>`${modality} = ANY (counsellor.modalities)`);
  if (organisationId) select = select.where('counsellor.organisation_id', '=', organisationId);
  if (country) select = select.where('counsellor.country', '=', country);
  return select;
}
