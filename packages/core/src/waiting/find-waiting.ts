import type { Modality } from '@homeward/contracts/counsellor';
import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Somebody who waits for an earlier time, and has no offer that they may still answer. */
export interface Waiting {
  wishId: string;
  personId: string;
  confirmed: boolean;
  counsellorId: string;
  among: 'counsellor' | 'practice';
  modalities: readonly Modality[];
  language: string | null;
  /** A time that suits ends by then: when their appointment begins, if they have one. */
  until: number;
  /** Their own appointments and holds. */
  own: readonly Span[];
}

/** Reads a wish as it is now; undefined when it is over, or its person has an offer to answer. Under the system's view. */
export async function findWaiting(tx: Tx, wishId: string): Promise<Waiting | undefined> {
  const now = new Date(tx.clock.now());
  const row = await selectWaiting(tx).where('wish.id', '=', wishId).executeTakeFirst();
  if (!row) return undefined;
  const own = await tx.db
    .selectFrom('appointment')
    .where('person_id', '=', row.person_id)
    .where('status', 'in', ['held', 'requested', 'booked'])
    .where((eb) => eb.or([eb('hold_expires_at', 'is', null), eb('hold_expires_at', '>', now)]))
    .where(sql<boolean>`upper(period) > ${now}`)
    .select([sql<Date>`lower(period)`.as('from'), sql<Date>`upper(period)`.as('to')])
    .execute();
  return {
    wishId,
    personId: row.person_id,
    confirmed: row.confirmed_at !== null,
    counsellorId: row.counsellor_id,
    among: row.among,
    modalities: row.modalities,
    language: row.language,
    until: (row.starts_at ?? row.ends_at).getTime(),
    own: own.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() })),
  };
}

/** Wishes that hold: of an appointment that is still to come, wherever it was moved, or of a counsellor. The longest waiting first. */
export function selectWaiting(tx: Tx) {
  const now = new Date(tx.clock.now());
  return tx.db
    .selectFrom('waiting_wish as wish')
    .innerJoin('person', 'person.id', 'wish.person_id')
    .leftJoin('appointment', 'appointment.id', 'wish.appointment_id')
    .where('wish.ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('wish.appointment_id', 'is', null), eb('wish.ends_at', '>', now)]),
        eb.and([
          eb('appointment.status', 'in', ['requested', 'booked']),
          eb(sql<Date>`lower(appointment.period)`, '>', now),
        ]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('time_offer')
            .whereRef('time_offer.wish_id', '=', 'wish.id')
            .where('time_offer.answer', 'is', null)
            .select('time_offer.id'),
        ),
      ),
    )
    .select([
      'wish.id',
      'wish.person_id',
      'wish.counsellor_id',
      'wish.among',
      'wish.modalities',
      'wish.language',
      'wish.ends_at',
      'person.confirmed_at',
      sql<Date | null>`lower(appointment.period)`.as('starts_at'),
    ])
    .orderBy('wish.created_at')
    .orderBy('wish.id');
}
