import { StartRecovery } from '@homeward/contracts/recovery';
import { sql } from 'kysely';
import { actingAs, command, Failure, newId } from '../kernel/index.ts';
import { getPersonOfAppointment } from '../newcomer/index.ts';
import { noteAccess } from '../record-access/index.ts';
import { REQUEST_LASTS_MS } from './recovery-code.ts';

/**
 * A counsellor who looks after the person asks for a one-time code for them; a second member of staff has to confirm. Asked
 * again while it waits, it answers the same id. Throws `not-found`, also for a person whom they no longer look after.
 */
export const startRecovery = command({
  action: 'recovery.start',
  scope: 'agenda:own',
  stepUp: true,
  input: StartRecovery,
  run: async (tx, { appointmentId }) => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    const personId = await getPersonOfAppointment(tx, appointmentId);
    const assigned = await sql<{ yes: boolean }>`SELECT is_assigned(${personId}) AS yes`.execute(tx.db);
    if (!assigned.rows[0]?.yes) throw new Failure('not-found', 'the counsellor no longer looks after them');
    const now = new Date(tx.clock.now());
    const waiting = await tx.db
      .selectFrom('recovery_code')
      .select('id')
      .where('person_id', '=', personId)
      .where('started_by', '=', staffId)
      .where('code_index', 'is', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (waiting) return { id: waiting.id, personId };
    const id = newId(tx);
    await tx.db
      .insertInto('recovery_code')
      .values({
        id,
        person_id: personId,
        kind: 'staff',
        organisation_id: organisationId,
        appointment_id: appointmentId,
        started_by: staffId,
        created_at: now,
        expires_at: new Date(now.getTime() + REQUEST_LASTS_MS),
      })
      .execute();
    await noteAccess(tx, personId, 'recovery');
    return { id, personId };
  },
  subject: ({ personId }) => personId,
});
