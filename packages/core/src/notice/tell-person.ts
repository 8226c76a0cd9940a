import type { PersonNoticeKind } from '@homeward/contracts/notice';
import type { Tx } from '../kernel/index.ts';
import { planMessage } from '../message/index.ts';

interface Told {
  /** Of the event: told once. */
  id: string;
  organisationId: string;
  personId: string;
  kind: PersonNoticeKind;
  about: { appointmentId: string } | { subjectId: string };
}

/**
 * Leaves a person a line on their own page, and plans the message that there is one, where they chose to get any. Nothing when
 * they are gone since.
 */
export async function tellPerson(tx: Tx, { id, organisationId, personId, kind, about }: Told): Promise<void> {
  const person = await tx.db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  if (person === undefined) return;
  await tx.db
    .insertInto('person_notice')
    .values({
      event_id: id,
      organisation_id: organisationId,
      person_id: personId,
      kind,
      appointment_id: 'appointmentId' in about ? about.appointmentId : null,
      subject_id: 'subjectId' in about ? about.subjectId : null,
      created_at: new Date(tx.clock.now()),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'event_id']).doNothing())
    .execute();
  const appointmentId = 'appointmentId' in about ? about.appointmentId : null;
  await planMessage(tx, { id, organisationId, personId, kind, appointmentId });
}
