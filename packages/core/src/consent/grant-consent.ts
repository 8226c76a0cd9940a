import { GrantConsent } from '@homeward/contracts/consent';
import { sql } from 'kysely';
import { actingAs, command, newId } from '../kernel/index.ts';
import { endConsents } from './end-consents.ts';
import { getRecipient } from './find-recipient.ts';

const HOURS_A_DAY = 24;

/** Lets one recipient know some things until a date. An earlier consent to the same recipient ends with it. Throws `not-found`. */
export const grantConsent = command({
  action: 'consent.grant',
  scope: 'account:own',
  input: GrantConsent,
  run: async (tx, { recipient, purpose, fields, days }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const row = await getRecipient(tx, recipient);
    // One at a time for one person: two grants to one recipient come one after the other.
    await tx.db.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
    await endConsents(tx, (where) =>
      where.and([
        where('organisation_id', '=', row.organisation_id),
        where('recipient_staff_id', 'is not distinct from', row.recipient_staff_id),
      ]),
    );
    const id = newId(tx);
    await tx.db
      .insertInto('consent')
      .values({
        id,
        ...row,
        person_id: personId,
        purpose,
        fields,
        // The moment that the transaction began, which the policy asks for: the clock has gone on since.
        granted_at: sql`acting_at()`,
        expires_at: sql`acting_at() + ${`${days * HOURS_A_DAY} hours`}::interval`,
      })
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
