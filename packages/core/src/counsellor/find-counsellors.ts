import {
  CounsellorWish,
  type CounsellorWishes,
  FindCounsellors,
  type FoundCounsellors,
} from '@homeward/contracts/counsellor';
import { query, type Tx } from '../kernel/index.ts';
import { findNextTimes } from './find-next-times.ts';
import { findWishedRows } from './find-wished-rows.ts';
import { presentCounsellor } from './present-counsellor.ts';
import { presentFreeSlot } from './present-free-slot.ts';
import { selectCounsellors } from './select-counsellors.ts';

/**
 * Those who fit, each with their next free time: soonest first and then those without one, or by name. When nobody fits, how
 * many would without one of the wishes.
 */
export const findCounsellors = query({
  action: 'counsellor.find',
  scope: 'counsellors:browse',
  input: FindCounsellors,
  run: async (tx, { locale, sort, limit, ...wishes }): Promise<FoundCounsellors> => {
    const rows = await findWishedRows(tx, wishes);
    const asked = sort === 'name' ? rows.slice(0, limit) : rows;
    const times = await findNextTimes(tx, asked, { modality: wishes.modality, limit });
    const slots = new Map(times.map(({ row, slot }) => [row.id, slot]));
    // Fewer times than were asked for: all others have none.
    const others = asked.filter(({ id }) => !slots.has(id));
    const inOrder = sort === 'name' ? asked : [...times.map(({ row }) => row), ...others].slice(0, limit);
    return {
      people: inOrder.map((row) => {
        const slot = slots.get(row.id);
        return { counsellor: presentCounsellor(row, locale), slot: slot ? presentFreeSlot(slot) : null };
      }),
      total: rows.length,
      without: rows.length === 0 ? await countWithoutEach(tx, wishes) : [],
      choices: await findChoices(tx),
    };
  },
});

/** How many fit without each of the wishes; those that help nobody are left out. */
async function countWithoutEach(tx: Tx, wishes: CounsellorWishes): Promise<FoundCounsellors['without']> {
  const counts: FoundCounsellors['without'] = [];
  for (const wish of CounsellorWish.options) {
    if (wishes[wish] === undefined) continue;
    const rest = { ...wishes };
    delete rest[wish];
    const { length: count } = await findWishedRows(tx, rest);
    if (count > 0) counts.push({ wish, count });
  }
  return counts.sort((a, b) => b.count - a.count);
}

/** What there is to choose from, among all whom the caller may see. */
async function findChoices(tx: Tx): Promise<FoundCounsellors['choices']> {
  const rows = await selectCounsellors(tx)
    .clearSelect()
    .select([
      'counsellor.languages',
      'counsellor.country',
      'counsellor.organisation_id as id',
      'organisation.name',
    ])
    .distinct()
    .execute();
  const organisations = new Map(rows.map(({ id, name }) => [id, { id, name }]));
  return {
    languages: [...new Set(rows.flatMap(({ languages }) => languages))].sort(),
    countries: [...new Set(rows.map(({ country }) => country))].sort(),
    organisations: [...organisations.values()].sort((a, b) => a.name.localeCompare(b.name)),
  };
}
