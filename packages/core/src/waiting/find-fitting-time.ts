import type { Modality } from '@homeward/contracts/counsellor';
import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import {
  type CounsellorRow,
  findAvailabilities,
  type OfferedSlot,
  offeredSlots,
  selectCounsellors,
  speaks,
} from '../counsellor/index.ts';
import type { Tx } from '../kernel/index.ts';
import type { Waiting } from './find-waiting.ts';

export interface Fitting {
  counsellor: CounsellorRow;
  slot: OfferedSlot;
  modality: Modality;
}

const DAY = 86_400_000;
/** Days from now, looked through one stretch after the other: what is soon is wished for most, and mostly found first. */
const STRETCHES = [3, 14, 60, 366];

/**
 * The first time that is free, ends before the person's own begins, is in a way they chose, overlaps nothing of theirs, is
 * being offered to nobody, and was never offered to them.
 */
export async function findFittingTime(tx: Tx, waiting: Waiting): Promise<Fitting | undefined> {
  const counsellors = await findHosts(tx, waiting);
  if (counsellors.length === 0) return undefined;
  const taken = await findOffered(tx, waiting, counsellors);
  const now = tx.clock.now();
  let from = now;
  for (const days of STRETCHES) {
    const to = Math.min(now + days * DAY, waiting.until);
    if (to <= from) break;
    const found = await findWithin(tx, waiting, counsellors, { from, to }, taken);
    if (found) return found;
    // A time that lies across the seam belongs to the stretch after it.
    from = to - 8 * 60 * 60_000;
  }
  return undefined;
}

async function findWithin(
  tx: Tx,
  { modalities, own }: Waiting,
  counsellors: readonly CounsellorRow[],
  window: Span,
  taken: ReadonlySet<string>,
): Promise<Fitting | undefined> {
  const availabilities = await findAvailabilities(tx, counsellors, window);
  let best: Fitting | undefined;
  for (const counsellor of counsellors) {
    const availability = availabilities.get(counsellor.id);
    if (!availability) continue;
    for (const slot of offeredSlots(availability, { now: tx.clock.now(), window, avoid: [...own] })) {
      if (best && slot.startsAt >= best.slot.startsAt) break;
      const modality = modalities.find((one) => slot.modalities.includes(one));
      if (modality && !taken.has(keyOf(counsellor.id, slot.startsAt))) best = { counsellor, slot, modality };
    }
  }
  return best;
}

/** The same counsellor, or everybody of the same practice who speaks the language; who takes nobody new is for known people. */
async function findHosts(tx: Tx, waiting: Waiting): Promise<CounsellorRow[]> {
  const { among, counsellorId, language, confirmed } = waiting;
  let select = selectCounsellors(tx).orderBy('counsellor.id');
  if (among === 'counsellor') select = select.where('counsellor.id', '=', counsellorId);
  else
    select = select.where(
      sql<boolean>`counsellor.practice = (SELECT practice FROM counsellor AS one WHERE one.id = ${counsellorId})`,
    );
  // A sure time is not given up for one that somebody has to say yes to first.
  if (among === 'practice')
    select = select.where((eb) =>
      eb.or([eb('counsellor.confirms_by_hand', '=', false), eb('counsellor.id', '=', counsellorId)]),
    );
  if (!confirmed) select = select.where('counsellor.accepts_newcomers', '=', true);
  if (among === 'practice' && language !== null) select = select.where(speaks(language));
  return select.execute();
}

const keyOf = (counsellorId: string, startsAt: number): string => `${counsellorId} ${startsAt}`;

/** Times that are being offered to somebody, and those that were offered for this wish before. */
async function findOffered(
  tx: Tx,
  { wishId }: Waiting,
  counsellors: readonly CounsellorRow[],
): Promise<Set<string>> {
  const ids = counsellors.map(({ id }) => id);
  const rows = await tx.db
    .selectFrom('time_offer')
    .where('counsellor_id', 'in', ids)
    .where((eb) => eb.or([eb('answer', 'is', null), eb('wish_id', '=', wishId)]))
    .select(['counsellor_id', 'starts_at'])
    .execute();
  return new Set(rows.map((row) => keyOf(row.counsellor_id, row.starts_at.getTime())));
}
