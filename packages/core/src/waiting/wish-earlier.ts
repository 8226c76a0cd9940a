import { WishEarlier } from '@homeward/contracts/waiting';
import { sql } from 'kysely';
import { appointmentNotFound } from '../booking/index.ts';
import { getCounsellorRow } from '../counsellor/index.ts';
import { actingAs, command, Failure, newId, type Tx } from '../kernel/index.ts';
import { endWishes } from './end-wishes.ts';

/** How many wishes one person may have at once: enough for their appointments, too few to follow everybody's calendar. */
const MOST_WISHES = 5;
/** So long is waited for a counsellor without a free time. */
const WAIT_MS = 60 * 86_400_000;

/**
 * Asks to be told when an earlier time frees up, and answers the id of the wish. It replaces the one before for the same
 * appointment or counsellor, and ends when the appointment begins. Nothing is ever booked by it. Throws `not-found`,
 * `too-late-to-cancel` (it has begun, or does not take place) or `too-many-bookings` (wishes).
 */
export const wishEarlier = command({
  action: 'waiting.wish',
  scope: 'appointments:own',
  input: WishEarlier,
  run: async (tx, wish) => {
    const { personId } = actingAs(tx.actor, 'person');
    await tx.db.selectFrom('person').where('id', '=', personId).select('id').forNoKeyUpdate().execute();
    const about =
      'appointmentId' in wish
        ? await ofAppointment(tx, wish.appointmentId)
        : await ofCounsellor(tx, wish.counsellorId);
    await endWishes(tx, { personId, ...about });
    const now = new Date(tx.clock.now());
    const others = await tx.db
      .selectFrom('waiting_wish')
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .where('ends_at', '>', now)
      .select('id')
      .execute();
    if (others.length >= MOST_WISHES)
      throw new Failure('too-many-bookings', 'the person waits for as much as one may');
    const id = newId(tx);
    await tx.db
      .insertInto('waiting_wish')
      .values({
        id,
        organisation_id: about.organisationId,
        person_id: personId,
        counsellor_id: about.counsellorId,
        appointment_id: about.appointmentId,
        among: wish.among,
        modalities: wish.modalities,
        language: wish.language ?? null,
        person_zone: wish.zone,
        created_at: now,
        ends_at: about.endsAt,
      })
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});

async function ofAppointment(tx: Tx, appointmentId: string) {
  const row = await tx.db
    .selectFrom('appointment')
    .where('id', '=', appointmentId)
    .where('person_id', '=', actingAs(tx.actor, 'person').personId)
    .where('kind', '=', 'single')
    .select(['organisation_id', 'counsellor_id', 'status', sql<Date>`lower(period)`.as('from')])
    .executeTakeFirst();
  if (!row) throw appointmentNotFound();
  const isAhead = row.from.getTime() > tx.clock.now() && ['requested', 'booked'].includes(row.status);
  if (!isAhead) throw new Failure('too-late-to-cancel', 'this appointment has begun or does not take place');
  return {
    organisationId: row.organisation_id,
    counsellorId: row.counsellor_id,
    appointmentId,
    endsAt: row.from,
  };
}

async function ofCounsellor(tx: Tx, id: string) {
  const counsellor = await getCounsellorRow(tx, id);
  return {
    organisationId: counsellor.organisation_id,
    counsellorId: id,
    appointmentId: null,
    endsAt: new Date(tx.clock.now() + WAIT_MS),
  };
}
