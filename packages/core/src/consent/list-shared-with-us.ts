import type { SharedWithUs } from '@homeward/contracts/consent';
import { z } from 'zod';
import { reading, toInstant } from '../kernel/index.ts';
import { findAliases } from './facts.ts';
import { receivedConsents } from './received-consents.ts';
import { wordFor } from './word-for.ts';

/**
 * What people share with who asks, the soonest to end first. Somebody whose alias is shared stands there by it, which is a
 * look, and noted; everybody else by a word that says nothing.
 */
export const listSharedWithUs = reading({
  action: 'consent.list-received',
  scope: 'shared:read',
  input: z.undefined(),
  run: async (tx) => {
    const consents = await receivedConsents(tx).orderBy('expires_at').orderBy('id').limit(MOST).execute();
    const named = consents.filter(({ fields }) => fields.includes('alias'));
    const aliases = await findAliases(
      tx,
      named.map(({ person_id }) => person_id),
    );
    return consents.map((consent) => ({
      ...consent,
      alias: consent.fields.includes('alias') ? aliases.get(consent.person_id) : undefined,
    }));
  },
  seen: (consents) =>
    consents.flatMap(({ person_id: personId, alias }) =>
      alias === undefined ? [] : [{ personId, what: 'shared' as const }],
    ),
  present: (consents): SharedWithUs[] =>
    consents.map(({ id, alias, purpose, fields, expires_at }) => ({
      consentId: id,
      name: alias ?? wordFor(id),
      purpose,
      fields,
      endsAt: toInstant(expires_at),
    })),
});

/** Nobody looks through more at a time; who is last in line has the most time left. */
const MOST = 200;
