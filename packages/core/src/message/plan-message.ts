import type { PersonNoticeKind } from '@homeward/contracts/notice';
import type { Tx } from '../kernel/index.ts';

interface Planned {
  /** Of the event: one message each, however often it comes. */
  id: string;
  organisationId: string;
  personId: string;
  kind: PersonNoticeKind;
  appointmentId: string | null;
}

/**
 * Notes that an update is to leave for a person, with whatever safe contact they have when it does. Nothing for who has none
 * now: they chose to be told nowhere but here. Ask under the system's view.
 */
export async function planMessage(tx: Tx, planned: Planned): Promise<void> {
  const { id, organisationId, personId, kind, appointmentId } = planned;
  const contact = await tx.db
    .selectFrom('safe_contact')
    .select('person_id')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('details_sealed', 'is not', null), eb('next_sealed', 'is not', null)]))
    .executeTakeFirst();
  if (contact === undefined) return;
  const now = new Date(tx.clock.now());
  await tx.db
    .insertInto('message')
    .values({
      event_id: id,
      organisation_id: organisationId,
      person_id: personId,
      kind,
      appointment_id: appointmentId,
      next_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'event_id']).doNothing())
    .execute();
}
