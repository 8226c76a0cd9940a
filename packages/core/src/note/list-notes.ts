import { type AppointmentNotes, ListNotes } from '@homeward/contracts/note';
import { sql } from 'kysely';
import { asSystem, reading, type Tx, toInstant } from '../kernel/index.ts';
import { unseal } from '../vault/index.ts';
import { getNotable } from './get-notable.ts';
import { notePlace } from './note-place.ts';

/**
 * What is noted about the person of one of the counsellor's appointments, to this one and to others of theirs here; the
 * latest appointment first. Throws `not-found`, also to whoever does not look after the person any more.
 */
export const listNotes = reading({
  action: 'note.list',
  scope: 'agenda:own',
  input: ListNotes,
  run: async (tx, { appointmentId }) => {
    const { personId, key } = await getNotable(tx, appointmentId);
    const rows = await selectNotes(tx, personId);
    const noted = await findNoted(tx, [...new Set(rows.map((row) => row.appointment_id))]);
    const notes = noted.map(
      (one): AppointmentNotes => ({
        appointmentId: one.id,
        reference: one.reference,
        startsAt: toInstant(one.starts_at),
        versions: rows
          .filter((row) => row.appointment_id === one.id)
          .map((row) => ({
            version: row.version,
            text: unseal(key, notePlace(row.id), row.text_sealed).toString('utf8'),
            at: toInstant(row.at),
            by: row.alias,
          })),
      }),
    );
    return { personId, notes };
  },
  // Where nothing is noted, nothing was read.
  seen: ({ personId, notes }) => (notes.length === 0 ? [] : [{ personId, what: 'notes' }]),
  present: ({ notes }) => notes,
});

/** A policy shows the notes of people whom the counsellor looks after, and no other. */
const selectNotes = (tx: Tx, personId: string) =>
  tx.db
    .selectFrom('appointment_note as note')
    .innerJoin('counsellor', 'counsellor.id', 'note.written_by')
    .where('note.person_id', '=', personId)
    .select([
      'note.id',
      'note.appointment_id',
      'note.version',
      'note.text_sealed',
      'note.at',
      'counsellor.alias',
    ])
    .orderBy('note.version', 'desc')
    .execute();

/** After a handover the appointments of before are a colleague's, which a counsellor does not see; of those noted they may know when. */
async function findNoted(tx: Tx, ids: string[]) {
  if (ids.length === 0) return [];
  return asSystem(tx, (db) =>
    db
      .selectFrom('appointment')
      .where('id', 'in', ids)
      .select(['id', 'reference', sql<Date>`lower(period)`.as('starts_at')])
      .orderBy(sql`lower(period)`, 'desc')
      .execute(),
  );
}
