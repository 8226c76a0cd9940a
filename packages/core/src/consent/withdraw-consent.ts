import { ConsentById } from '@homeward/contracts/consent';
import { actingAs, command, Failure } from '../kernel/index.ts';
import { endConsents } from './end-consents.ts';

/** Takes a consent back: from the next request on the recipient gets nothing. Fine to repeat. Throws `not-found`. */
export const withdrawConsent = command({
  action: 'consent.withdraw',
  scope: 'account:own',
  input: ConsentById,
  run: async (tx, { consentId }) => {
    const ended = await endConsents(tx, (where) => where('id', '=', consentId));
    if (ended.length > 0) return { consentId };
    const known = await tx.db
      .selectFrom('consent')
      .select('id')
      .where('id', '=', consentId)
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .executeTakeFirst();
    if (known === undefined) throw new Failure('not-found', 'there is no such consent');
    return { consentId };
  },
  subject: ({ consentId }) => consentId,
});
