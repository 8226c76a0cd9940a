import type { LedGroup } from '@homeward/contracts/group';
import { unsealCallMe } from '../booking/index.ts';
import { type Tx, toInstant } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { readGroupTexts } from './present-group.ts';
import type { GroupRow } from './select-groups.ts';

interface Shown {
  group: LedGroup;
  /** Whose names are in it. */
  personIds: string[];
}

/** What its counsellor sees of a group: also who comes, by the names that people gave, each read with their own key. */
export async function presentLedGroup(tx: Tx, row: GroupRow): Promise<Shown> {
  const seats = await tx.db
    .selectFrom('appointment')
    .where('group_id', '=', row.id)
    .where('status', 'in', ['requested', 'booked', 'fulfilled', 'noshow'])
    .select(['id', 'reference', 'person_id', 'call_me_sealed'])
    .orderBy('seat_number')
    .execute();
  const news = await tx.db
    .selectFrom('notice')
    .where('staff_id', '=', row.counsellor_id)
    .where('seen_at', 'is', null)
    .where((eb) =>
      eb(
        'appointment_id',
        'in',
        eb
          .selectFrom('appointment')
          .where((group) => group.or([group('id', '=', row.id), group('group_id', '=', row.id)]))
          .select('appointment.id'),
      ),
    )
    .select('event_id')
    .limit(1)
    .execute();
  const personIds = seats.flatMap(({ person_id }) => person_id ?? []);
  const keys = await findPersonKeys(tx, personIds);
  return {
    personIds,
    group: {
      id: row.id,
      startsAt: toInstant(row.starts_at),
      endsAt: toInstant(row.ends_at),
      modality: row.modality,
      language: row.language,
      practice: row.practice,
      texts: readGroupTexts(row.texts),
      opensToNewcomers: row.opens_to_newcomers,
      published: row.published_at !== null,
      cancelled: row.status === 'cancelled',
      seats: row.seats ?? 0,
      isNew: news.length > 0,
      joined: seats.map((seat) => ({
        seatId: seat.id,
        reference: seat.reference,
        callMe: unsealCallMe(keys.get(seat.person_id ?? ''), seat),
      })),
    },
  };
}
