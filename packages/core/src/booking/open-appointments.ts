import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/**
 * Makes this person's bookings wait for one another, so that many at once never pass the most that one may have.
 * Answers whether they are known here. On the way, holds of a counsellor (whose row is locked) whose time is over stop standing in anybody's way.
 */
export async function lockPerson(
  tx: Tx,
  personId: string,
  { releasing }: { releasing: string },
): Promise<{ confirmed: boolean }> {
  const now = new Date(tx.clock.now());
  const person = await tx.db
    .selectFrom('person')
    .where('id', '=', personId)

    .select(['confirmed_at', sql`release_expired_holds(${releasing}, ${now})`.as('released')])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { confirmed: person.confirmed_at !== null };
}

/** The person's appointments that are not over. */
export async function findOpenAppointments(
  tx: Tx,
  personId: string,
): Promise<(Span & { id: string; counsellorId: string })[]> {
  const now = new Date(tx.clock.now());
  const rows = await tx.db
    .selectFrom('appointment')
    .where('person_id', '=', personId)
    .where('status', 'in', ['held', 'requested', 'booked'])
    .where((eb) => eb.or([eb('hold_expires_at', 'is', null), eb('hold_expires_at', '>', now)]))
    .where(sql<boolean>`upper(period) > ${now}`)
    .select(['id', 'counsellor_id', sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')])
    .execute();
  return rows.map(({ id, counsellor_id, from, to }) => ({
    id,
    counsellorId: counsellor_id,
    from: from.getTime(),
    to: to.getTime(),
  }));
}
