import type { BookAppointment } from '@homeward/contracts/booking';
import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { AFTER_APPOINTMENT_MS, extendAssignment } from '../assignment/index.ts';
import { actingAs, newId, type Tx } from '../kernel/index.ts';
import { getPersonKey } from '../vault/index.ts';
import { sealCallMe } from './call-me.ts';
import { refuseOverlap } from './refuse-booking.ts';

type Host = {
  id: string;
  organisation_id: string;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
};

const MINUTE = 60_000;

/** Writes a booked appointment, lets its counsellor look after the person, and answers its id. The exclusion constraints have the last word: `slot-taken`, `already-booked-then`. */
export async function insertAppointment(
  tx: Tx,
  host: Host,
  wish: BookAppointment,
  { from, to }: Span,
): Promise<string> {
  const { personId } = actingAs(tx.actor, 'person');
  const id = newId(tx);
  const callMe = wish.callMe && sealCallMe(tx, await getPersonKey(tx, personId), id, wish.callMe);
  await tx.db
    .insertInto('appointment')
    .values({
      id,
      organisation_id: host.organisation_id,
      counsellor_id: host.id,
      person_id: personId,
      reference: `A-${1000 + tx.random.integer(9000)}`,
      status: 'booked',
      period: range(from, to),
      blocked_period: range(
        from - host.buffer_before_minutes * MINUTE,
        to + host.buffer_after_minutes * MINUTE,
      ),
      modality: wish.modality,
      language: wish.language ?? null,
      person_zone: wish.zone,
      call_me_sealed: callMe || null,
      created_at: new Date(tx.clock.now()),
    })
    .execute()
    .catch(refuseOverlap);
  await extendAssignment(tx, {
    organisationId: host.organisation_id,
    personId,
    staffId: host.id,
    kind: 'appointment',
    until: to + AFTER_APPOINTMENT_MS,
  });
  return id;
}

const range = (from: number, to: number) => sql<string>`tstzrange(${new Date(from)}, ${new Date(to)}, '[)')`;
