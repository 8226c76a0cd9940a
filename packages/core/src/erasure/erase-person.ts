import { sql } from 'kysely';
import { z } from 'zod';
import { type Context, command, newId, SYSTEM } from '../kernel/index.ts';

/** Whom to erase, and the receipt by which it is found afterwards. */
export interface Erasing {
  personId: string;
  receiptIndex: Buffer;
}

/**
 * Erases a person, for good. First their key, with the entry on the erasure list: from there on nothing of theirs can be
 * read, here or in any copy, and every server takes their rows out at its start. Then the rows. Killed in between, it is
 * carried on by the next worker or the next start. Fine to repeat. Answers the time that the receipt tells.
 */
export async function erasePerson(
  context: Omit<Context, 'actor'>,
  { personId, receiptIndex }: Erasing,
): Promise<Date> {
  const now = new Date(context.clock.now());
  const erasedAt = await context.ports.keys.destroy({ personId, receiptIndex, erasedAt: now });
  await purgePerson({ ...context, actor: SYSTEM }, { personId });
  return erasedAt;
}

/**
 * Takes everything of a person out of the database: what belongs to them by cascade, what the queue still holds, and out
 * of appointments that lay ahead, whose counsellors learn that the time is free. Their key must be destroyed before.
 */
export const purgePerson = command({
  action: 'person.purge',
  scope: 'people:erase',
  input: z.strictObject({ personId: z.uuid() }),
  run: async (tx, { personId }) => {
    // Whoever books for this person right now is waited for, and waits: then there is nobody to book for.
    await tx.db.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();
    await sql`DELETE FROM pgboss.job WHERE data ->> 'personId' = ${personId} OR data ->> 'appointmentId' IN
      (SELECT id::text FROM appointment WHERE person_id = ${personId}::uuid)`.execute(tx.db);
    const { rows: freed } = await sql<{
      appointment_id: string;
      organisation_id: string;
      counsellor_id: string;
    }>`
      SELECT * FROM erase_person(${personId}::uuid, ${new Date(tx.clock.now())})`.execute(tx.db);
    for (const row of freed) {
      await tx.emit({
        id: newId(tx),
        type: 'appointment.cancelled',
        by: 'system',
        organisationId: row.organisation_id,
        appointmentId: row.appointment_id,
        staffId: row.counsellor_id,
      });
    }
    return personId;
  },
  subject: (personId) => personId,
});
