import type { MyHandover } from '@homeward/contracts/handover';
import { sql } from 'kysely';
import { z } from 'zod';
import { actingAs, query, type Tx, toInstant } from '../kernel/index.ts';

/** What the signed-in person is asked about another counsellor, and which appointments one took that they can still give back. */
export const listMyHandovers = query({
  action: 'handover.list-mine',
  scope: 'appointments:own',
  input: z.undefined(),
  run: async (tx): Promise<MyHandover[]> => {
    const rows = await tx.db
      .selectFrom('handover')
      .innerJoin('counsellor as giver', 'giver.id', 'handover.from_staff_id')
      .innerJoin('counsellor as taker', 'taker.id', 'handover.to_staff_id')
      .where('handover.person_id', '=', actingAs(tx.actor, 'person').personId)
      .where('handover.status', 'in', ['asked', 'told'])
      .where(sql<boolean>`is_active_staff(taker.id)`)
      .select(['handover.id', 'handover.status', 'handover.appointment_id', 'handover.from_staff_id'])
      .select(['handover.to_staff_id', 'giver.alias as giver', 'taker.alias as taker'])
      .orderBy('handover.id', 'desc')
      .execute();
    const ahead = rows.length === 0 ? [] : await findAhead(tx);
    return rows.flatMap((row): MyHandover[] => {
      // What is asked about lies with the one, what was told already with the other.
      const holder = row.status === 'asked' ? row.from_staff_id : row.to_staff_id;
      const appointments = ahead
        .filter((one) => one.counsellor_id === holder && [null, one.id].includes(row.appointment_id))
        .map(({ id, startsAt, endsAt, modality, zone }) => ({
          id,
          startsAt: toInstant(startsAt),
          endsAt: toInstant(endsAt),
          modality,
          zone,
        }));
      if (row.appointment_id !== null && appointments.length === 0) return [];
      return [
        {
          id: row.id,
          what: row.appointment_id === null ? 'person' : 'appointment',
          status: row.status === 'told' ? 'told' : 'asked',
          from: { id: row.from_staff_id, alias: row.giver },
          to: { id: row.to_staff_id, alias: row.taker },
          appointments,
        },
      ];
    });
  },
});

const findAhead = (tx: Tx) =>
  tx.db
    .selectFrom('appointment')
    .where('person_id', '=', actingAs(tx.actor, 'person').personId)
    .where('kind', '=', 'single')
    .where('status', 'in', ['requested', 'booked'])
    .where(sql<boolean>`lower(period) > ${new Date(tx.clock.now())}`)
    .select(['id', 'counsellor_id', 'modality', 'person_zone as zone'])
    .select([sql<Date>`lower(period)`.as('startsAt'), sql<Date>`upper(period)`.as('endsAt')])
    .orderBy(sql`lower(period)`)
    .execute();
