import { z } from 'zod';
import { actingAs, query } from '../kernel/index.ts';
import { presentMyConsent } from './present-my-consent.ts';

/** Every consent the person gave, the newest first, ended ones included. */
export const listMyConsents = query({
  action: 'consent.list-own',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx) => {
    const rows = await tx.db
      .selectFrom('consent')
      .innerJoin('organisation', 'organisation.id', 'consent.organisation_id')
      .leftJoin('counsellor', 'counsellor.id', 'consent.recipient_staff_id')
      .select([
        'consent.id',
        'recipient_kind',
        'organisation.name as organisation',
        'counsellor.alias',
        'purpose',
        'fields',
        'granted_at',
        'expires_at',
        'withdrawn_at',
      ])
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .orderBy('granted_at', 'desc')
      .orderBy('consent.id', 'desc')
      .execute();
    return rows.map((row) => presentMyConsent(row, tx.clock.now()));
  },
});
