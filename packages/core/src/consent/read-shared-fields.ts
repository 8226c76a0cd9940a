import { ConsentById } from '@homeward/contracts/consent';
import { sql } from 'kysely';
import { findUsableContact } from '../contact/index.ts';
import { Failure, reading } from '../kernel/index.ts';
import { readFacts } from './facts.ts';
import { presentSharedFields } from './present-shared-fields.ts';
import { receivedConsents } from './received-consents.ts';

/**
 * What a person shares with the recipient who asks: exactly the fields of the consent, noted for that person. Throws
 * `not-found` for a consent to somebody else, one that was withdrawn or is past its date, and an id that never was, all alike.
 */
export const readSharedFields = reading({
  action: 'consent.read-shared',
  scope: 'shared:read',
  input: ConsentById,
  run: async (tx, { consentId }) => {
    const consent = await receivedConsents(tx).where('id', '=', consentId).executeTakeFirst();
    if (consent === undefined) throw new Failure('not-found', 'there is no such consent');
    const { person_id: personId, fields } = consent;
    const { rows } = await sql<{
      zone: string | null;
    }>`SELECT read_consented_zone(${consentId}) AS zone`.execute(tx.db);
    const shared = {
      ...(await readFacts(tx, personId)),
      zone: rows[0]?.zone ?? null,
      contact: fields.includes('contact') ? await findUsableContact(tx, personId) : null,
    };
    return { consent, shared };
  },
  seen: ({ consent }) => [{ personId: consent.person_id, what: 'shared' }],
  present: ({ consent, shared }) => presentSharedFields(consent, shared),
});
