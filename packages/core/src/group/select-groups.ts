import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Groups that have not begun, or all of them, as the policies show them to whoever asks. */
export function selectGroups(tx: Tx, { past = false } = {}) {
  return tx.db
    .selectFrom('appointment')
    .innerJoin('group_session', 'group_session.appointment_id', 'appointment.id')
    .innerJoin('counsellor', 'counsellor.id', 'appointment.counsellor_id')
    .innerJoin('organisation', 'organisation.id', 'appointment.organisation_id')
    .where('appointment.kind', '=', 'group')
    .where(sql<boolean>`(${past} OR lower(appointment.period) > ${new Date(tx.clock.now())})`)
    .select([
      'appointment.id',
      'appointment.organisation_id',
      'appointment.counsellor_id',
      'appointment.status',
      'appointment.modality',
      'appointment.language',
      'appointment.seats',
      'appointment.place_id',
      'appointment.room_id',
      'group_session.texts',
      'group_session.practice',
      'group_session.opens_to_newcomers',
      'group_session.published_at',
      'counsellor.alias',
      'organisation.name as organisation_name',
      sql<Date>`lower(appointment.period)`.as('starts_at'),
      sql<Date>`upper(appointment.period)`.as('ends_at'),
    ])
    .orderBy('starts_at')
    .orderBy('appointment.id');
}

export type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['executeTakeFirstOrThrow']>>;

/** Which seats of each of these groups are taken: numbers, and nobody's. */
export async function findTakenSeats(tx: Tx, groupIds: readonly string[]): Promise<Map<string, number[]>> {
  if (groupIds.length === 0) return new Map();
  const { rows } = await sql<{ group_id: string; seat_number: number }>`
    SELECT group_id, seat_number FROM seats_taken(${groupIds}::uuid[])`.execute(tx.db);
  const taken = new Map<string, number[]>();
  for (const row of rows) taken.set(row.group_id, [...(taken.get(row.group_id) ?? []), row.seat_number]);
  return taken;
}
