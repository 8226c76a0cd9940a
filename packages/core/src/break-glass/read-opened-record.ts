import { BreakGlassById, type OpenedRecord } from '@homeward/contracts/break-glass';
import { sql } from 'kysely';
import { unsealCallMe } from '../booking/index.ts';
import { findContactInEmergency } from '../contact/index.ts';
import { actingAsStaff, Failure, reading, type Tx, toInstant } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';

/** What an emergency opened, while it lasts, for whoever opened it. Throws `not-found` afterwards, and for another's. */
export const readOpenedRecord = reading({
  action: 'break-glass.read',
  scope: 'break-glasses:open',
  input: BreakGlassById,
  run: async (tx, { id }) => {
    const opened = await tx.db
      .selectFrom('break_glass')
      .where('id', '=', id)
      .where('staff_id', '=', actingAsStaff(tx.actor).staffId)
      .where('until', '>', new Date(tx.clock.now()))
      .select(['person_id', 'reference', 'until'])
      .executeTakeFirst();
    if (!opened) throw new Failure('not-found', 'there is no such emergency now');
    const personId = opened.person_id;
    const key = (await findPersonKeys(tx, [personId])).get(personId);
    // Without the key (erased meanwhile) nothing that was sealed can be read.
    const { contact, contactChangesAt } =
      key === undefined
        ? { contact: null, contactChangesAt: null }
        : await findContactInEmergency(tx, personId);
    const rows = await selectOpenAppointments(tx, personId);
    return { personId, opened, key, rows, contact, contactChangesAt };
  },
  seen: ({ personId, contact }) => [
    { personId, what: 'urgent' },
    ...(contact === null ? [] : [{ personId, what: 'safe-contact' as const }]),
  ],
  present: ({ opened, key, rows, contact, contactChangesAt }): OpenedRecord => ({
    reference: opened.reference,
    until: toInstant(opened.until),
    contact,
    contactChangesAt,
    appointments: rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      status: row.status,
      startsAt: toInstant(row.starts_at),
      endsAt: toInstant(row.ends_at),
      modality: row.modality,
      language: row.language,
      callMe: unsealCallMe(key, row),
      counsellor: row.alias,
      zone: row.zone,
    })),
  }),
});

/** Appointments with this organisation that are not over: the policies show no other organisation's. */
function selectOpenAppointments(tx: Tx, personId: string) {
  return tx.db
    .selectFrom('appointment')
    .innerJoin('counsellor', 'counsellor.id', 'appointment.counsellor_id')
    .where('appointment.person_id', '=', personId)
    .where('appointment.organisation_id', '=', actingAsStaff(tx.actor).organisationId)
    .where('appointment.status', 'in', ['requested', 'booked'])
    .where(sql<boolean>`upper(appointment.period) > ${new Date(tx.clock.now())}`)
    .select([
      'appointment.id',
      'appointment.reference',
      'appointment.status',
      'appointment.modality',
      'appointment.language',
      'appointment.call_me_sealed',
      'counsellor.alias',
      'counsellor.zone',
      sql<Date>`lower(appointment.period)`.as('starts_at'),
      sql<Date>`upper(appointment.period)`.as('ends_at'),
    ])
    .orderBy('starts_at')
    .execute();
}
