import type { AppointmentStatus } from '@homeward/contracts/booking';
import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { asSystem, type Tx } from '../kernel/index.ts';

/** An appointment that is not over, or a time that is held. */
export type OpenAppointment = Span & {
  id: string;
  counsellorId: string;
  status: AppointmentStatus;
  modality: string;
  /** Of those that were booked together. */
  seriesId: string | null;
  /** The counsellor's time that it takes, with its buffers. */
  blocked: Span;
  /** Of a hold, in epoch milliseconds. */
  holdExpiresAt: number | null;
};

/**
 * Makes this person's bookings wait for one another, so that many at once never pass the most that one may have.
 * Answers whether they are known here. On the way, holds whose time is over stop standing in anybody's way: of these
 * counsellors and places (which are locked) and of the person.
 */
export async function lockPerson(
  tx: Tx,
  personId: string,
  { counsellorIds, placeIds = [] }: { counsellorIds: readonly string[]; placeIds?: readonly string[] },
): Promise<{ confirmed: boolean }> {
  const person = await viewOf(tx, (db) =>
    db
      .selectFrom('person')
      .where('id', '=', personId)
      .select([
        'confirmed_at',
        sql`release_holds(${counsellorIds}::uuid[], person.id, ${placeIds}::uuid[])`.as('released'),
      ])
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow(),
  );
  return { confirmed: person.confirmed_at !== null };
}

/** The person's appointments that are not over, and what they hold, the longest held first. */
export async function findOpenAppointments(tx: Tx, personId: string): Promise<OpenAppointment[]> {
  const now = new Date(tx.clock.now());
  const rows = await viewOf(tx, (db) =>
    db
      .selectFrom('appointment')
      .where('person_id', '=', personId)
      .where('status', 'in', ['held', 'requested', 'booked'])
      .where((eb) => eb.or([eb('hold_expires_at', 'is', null), eb('hold_expires_at', '>', now)]))
      .where(sql<boolean>`upper(period) > ${now}`)
      .select(['id', 'counsellor_id', 'status', 'modality', 'series_id', 'hold_expires_at'])
      .select([sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')])
      .select([
        sql<Date>`lower(blocked_period)`.as('blocked_from'),
        sql<Date>`upper(blocked_period)`.as('blocked_to'),
      ])
      .orderBy('hold_expires_at')
      .orderBy('id')
      .execute(),
  );
  return rows.map(
    ({ counsellor_id, series_id, hold_expires_at, from, to, blocked_from, blocked_to, ...row }) => ({
      ...row,
      counsellorId: counsellor_id,
      seriesId: series_id,
      holdExpiresAt: hold_expires_at?.getTime() ?? null,
      from: from.getTime(),
      to: to.getTime(),
      blocked: { from: blocked_from.getTime(), to: blocked_to.getTime() },
    }),
  );
}

/** A person sees all of theirs; staff who make an appointment for them need the same view, and show nothing of it. */
const viewOf = <Output>(tx: Tx, run: (db: Tx['db']) => Promise<Output>): Promise<Output> =>
  tx.actor.kind === 'person' ? run(tx.db) : asSystem(tx, run);
