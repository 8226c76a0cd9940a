import type { MyWish } from '@homeward/contracts/waiting';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';

/** What the signed-in person waits for, and what they are offered now. */
export const listMyWishes = query({
  action: 'waiting.list-mine',
  scope: 'appointments:own',
  input: z.undefined(),
  run: async (tx): Promise<MyWish[]> => {
    const now = new Date(tx.clock.now());
    const rows = await tx.db
      .selectFrom('waiting_wish as wish')
      .innerJoin('counsellor', 'counsellor.id', 'wish.counsellor_id')
      .innerJoin('organisation', 'organisation.id', 'wish.organisation_id')
      .leftJoin('time_offer as offer', (join) =>
        join
          .onRef('offer.wish_id', '=', 'wish.id')
          .on('offer.answer', 'is', null)
          .on('offer.expires_at', '>', now),
      )
      .where('wish.person_id', '=', actingAs(tx.actor, 'person').personId)
      .where('wish.ended_at', 'is', null)
      .where('wish.ends_at', '>', now)
      .select([
        'wish.id',
        'wish.appointment_id',
        'wish.counsellor_id',
        'wish.among',
        'wish.modalities',
        'wish.language',
        'wish.ends_at',
        'counsellor.alias',
        'organisation.name as organisation_name',
        'offer.id as offer_id',
      ])
      .orderBy('wish.created_at')
      .orderBy('wish.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      appointmentId: row.appointment_id,
      counsellor: { id: row.counsellor_id, alias: row.alias, organisation: row.organisation_name },
      among: row.among,
      modalities: row.modalities,
      language: row.language,
      endsAt: toInstant(row.ends_at),
      offerId: row.offer_id,
    }));
  },
});
