import { type MyOffer, OfferById } from '@homeward/contracts/waiting';
import { readMyAppointment } from '../booking/index.ts';
import { findAvailabilities, offeredSlots, selectCounsellors } from '../counsellor/index.ts';
import { query, type Tx, toInstant } from '../kernel/index.ts';
import { readMyOffer } from './read-my-offer.ts';

/** A time that the signed-in person was offered, and whether it can be taken still. Throws `not-found`. */
export const getMyOffer = query({
  action: 'offer.get-mine',
  scope: 'appointments:own',
  input: OfferById,
  run: async (tx, { id }): Promise<MyOffer> => {
    const row = await readMyOffer(tx, id);
    const instead = row.appointment_id === null ? null : await readMyAppointment(tx, row.appointment_id);
    return {
      id,
      state: await stateOf(tx, row),
      counsellor: { id: row.counsellor_id, alias: row.alias, organisation: row.organisation_name },
      startsAt: toInstant(row.starts_at),
      endsAt: toInstant(row.ends_at),
      modality: row.modality,
      instead: instead && {
        id: instead.id,
        startsAt: instead.startsAt,
        counsellor: {
          id: instead.counsellor.id,
          alias: instead.counsellor.alias,
          organisation: instead.counsellor.organisation,
        },
        modality: instead.modality,
      },
    };
  },
});

/** Nobody answered in time is no reason to refuse it: it is there while it is free, and the person wishes it. */
async function stateOf(tx: Tx, row: Awaited<ReturnType<typeof readMyOffer>>): Promise<MyOffer['state']> {
  if (row.answer === 'taken' || row.answer === 'declined') return row.answer;
  if (!row.wished || row.answer === 'gone') return 'gone';
  const counsellor = await selectCounsellors(tx)
    .where('counsellor.id', '=', row.counsellor_id)
    .executeTakeFirst();
  if (!counsellor) return 'gone';
  const window = { from: row.starts_at.getTime(), to: row.ends_at.getTime() };
  const availability = (await findAvailabilities(tx, [counsellor], window)).get(counsellor.id);
  const slots = availability ? offeredSlots(availability, { now: tx.clock.now(), window }) : [];
  return slots.some((slot) => slot.startsAt === window.from && slot.modalities.includes(row.modality))
    ? 'open'
    : 'gone';
}
