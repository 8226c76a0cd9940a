import { WriteNote } from '@homeward/contracts/note';
import { actingAs, command, Failure, newId, pgCode } from '../kernel/index.ts';
import { seal } from '../vault/index.ts';
import { getNotable } from './get-notable.ts';
import { notePlace } from './note-place.ts';

/**
 * Writes another version of the note to one of the counsellor's appointments; those before stay. Throws `not-found`, or
 * `conflict` when somebody wrote one meanwhile that the writer has not seen.
 */
export const writeNote = command({
  action: 'note.write',
  scope: 'agenda:own',
  input: WriteNote,
  run: async (tx, { appointmentId, text, after }) => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    const { personId, key } = await getNotable(tx, appointmentId);
    const latest = await tx.db
      .selectFrom('appointment_note')
      .where('appointment_id', '=', appointmentId)
      .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('version'))
      .executeTakeFirstOrThrow();
    if (latest.version !== after) throw writtenMeanwhile();
    const id = newId(tx);
    await tx.db
      .insertInto('appointment_note')
      .values({
        id,
        organisation_id: organisationId,
        appointment_id: appointmentId,
        person_id: personId,
        version: after + 1,
        written_by: staffId,
        text_sealed: seal(tx.random, key, notePlace(id), text),
        at: new Date(tx.clock.now()),
      })
      .execute()
      .catch((error: unknown) => {
        throw pgCode(error) === '23505' ? writtenMeanwhile() : error;
      });
    return { version: after + 1, appointmentId };
  },
  subject: ({ appointmentId }) => appointmentId,
});

const writtenMeanwhile = () => new Failure('conflict', 'somebody wrote another version meanwhile');
