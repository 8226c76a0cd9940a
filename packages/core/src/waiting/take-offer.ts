import { TakeOffer } from '@homeward/contracts/waiting';
import { sql } from 'kysely';
import { giveBack, moveTime, readMyAppointment, refuseBooking, takeTime } from '../booking/index.ts';
import { lockCounsellor } from '../counsellor/index.ts';
import { actingAs, command, Failure, type Tx } from '../kernel/index.ts';
import { readMyOffer } from './read-my-offer.ts';

/**
 * Takes the offered time, if it is still free, and answers the id of the appointment. With the same counsellor the appointment
 * moves there; otherwise the one that it replaces is given back in the same transaction: the person is never without one and
 * never has two. Asked twice, it answers the same. Throws
 * `slot-taken` when somebody else was quicker or the wish is over, and what booking throws.
 */
export const takeOffer = command({
  action: 'offer.take',
  scope: 'appointments:own',
  input: TakeOffer,
  run: async (tx, { id, zone }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const offer = await readMyOffer(tx, id);
    // In the order of their ids, like whoever needs two: the counsellor of the old time, and the one of the new.
    const old = offer.appointment_id === null ? undefined : await findOld(tx, offer.appointment_id);
    const hosts = new Set([offer.counsellor_id, ...(old ? [old.counsellor_id] : [])]);
    for (const host of [...hosts].sort()) await lockCounsellor(tx, host);

    const now = await readMyOffer(tx, id);
    const startsAt = now.starts_at.getTime();
    if (now.answer === 'declined' || (!now.wished && now.answer !== 'taken'))
      throw refuseBooking('slot-taken');
    const replaced = old && now.answer !== 'taken' ? await replaceable(tx, old.id, startsAt) : undefined;
    if (replaced && replaced.counsellor_id === now.counsellor_id && replaced.modality === now.modality) {
      await moveTime(tx, { appointmentId: replaced.id, startsAt, zone });
      await settle(tx, now);
      return { id: replaced.id };
    }
    const { callMe, language } = old
      ? await readMyAppointment(tx, old.id)
      : { callMe: null, language: now.language };
    const taken = await takeTime(tx, {
      counsellorId: now.counsellor_id,
      personId,
      startsAt,
      modality: now.modality,
      zone,
      said: { callMe: callMe ?? undefined, language: await speaks(tx, now.counsellor_id, language) },
      as: 'booked',
      // One takes the place of the other.
      ...(replaced && { most: Number.POSITIVE_INFINITY }),
    });
    if (replaced) await giveBack(tx, replaced);
    await settle(tx, now);
    return { id: taken.id };
  },
  subject: ({ id }) => id,
});

const findOld = (tx: Tx, id: string) =>
  tx.db.selectFrom('appointment').where('id', '=', id).select(['id', 'counsellor_id']).executeTakeFirst();

/** The appointment that an earlier time may take the place of: it is still to come, and later. Throws `too-late-to-cancel`. */
async function replaceable(tx: Tx, id: string, startsAt: number) {
  const row = await tx.db
    .selectFrom('appointment')
    .where('id', '=', id)
    .select([
      'id',
      'organisation_id',
      'counsellor_id',
      'modality',
      'status',
      sql<Date>`lower(period)`.as('from'),
    ])
    .forUpdate()
    .executeTakeFirst();
  const isAhead = row && ['requested', 'booked'].includes(row.status) && row.from.getTime() > tx.clock.now();
  if (!isAhead) throw new Failure('too-late-to-cancel', 'the appointment has begun or does not take place');
  if (row.from.getTime() <= startsAt) throw refuseBooking('slot-taken');
  return row;
}

async function speaks(tx: Tx, counsellorId: string, language: string | null): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('counsellor')
    .where('id', '=', counsellorId)
    .select('languages')
    .executeTakeFirst();
  return language !== null && row?.languages.includes(language) ? language : undefined;
}

/** The wish is fulfilled, and whatever else was offered for it goes to the next. */
async function settle(tx: Tx, { id, wish_id }: { id: string; wish_id: string }): Promise<void> {
  const now = new Date(tx.clock.now());
  await tx.db
    .updateTable('time_offer')
    .set({
      answer: sql<'taken' | 'declined'>`CASE WHEN id = ${id} THEN 'taken' ELSE 'declined' END`,
      answered_at: now,
    })
    .where('wish_id', '=', wish_id)
    .where((eb) => eb.or([eb('answer', 'is', null), eb('id', '=', id)]))
    .execute();
  await tx.db
    .updateTable('waiting_wish')
    .set({ ended_at: now })
    .where('id', '=', wish_id)
    .where('ended_at', 'is', null)
    .execute();
}
