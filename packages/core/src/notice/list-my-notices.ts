import { type MyNotice, PersonNoticeKind } from '@homeward/contracts/notice';
import { sql } from 'kysely';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';

const MOST = 20;

/** What others did that the signed-in person has not opened yet, the latest first; of each thing the last alone. */
export const listMyNotices = query({
  action: 'notice.list-mine',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<MyNotice[]> => {
    const rows = await tx.db
      .selectFrom('person_notice')
      .innerJoin('organisation', 'organisation.id', 'person_notice.organisation_id')
      .leftJoin('appointment', (join) =>
        join
          .onRef('appointment.organisation_id', '=', 'person_notice.organisation_id')
          .onRef('appointment.id', '=', 'person_notice.appointment_id'),
      )
      .leftJoin('counsellor', 'counsellor.id', 'appointment.counsellor_id')
      .where('person_notice.person_id', '=', actingAs(tx.actor, 'person').personId)
      .where('person_notice.seen_at', 'is', null)
      .distinctOn(sql`coalesce(person_notice.appointment_id, person_notice.subject_id)`)
      .select([
        'person_notice.event_id',
        'person_notice.kind',
        'person_notice.created_at',
        'person_notice.appointment_id',
        'person_notice.subject_id',
        'organisation.name',
        'appointment.person_zone',
        'counsellor.alias',
        sql<Date | null>`lower(appointment.period)`.as('starts_at'),
      ])
      .orderBy(sql`coalesce(person_notice.appointment_id, person_notice.subject_id)`)
      .orderBy('person_notice.event_id', 'desc')
      .execute();
    return rows
      .flatMap((row): MyNotice[] => {
        const kind = PersonNoticeKind.safeParse(row.kind).data;
        // Of a newer server that runs beside this one: it will be told by that one.
        if (kind === undefined) return [];
        const { appointment_id: id, starts_at: startsAt, person_zone: zone, alias } = row;
        const isWhole = id !== null && startsAt !== null && zone !== null && alias !== null;
        return [
          {
            id: row.event_id,
            kind,
            at: toInstant(row.created_at),
            organisation: row.name,
            appointment: isWhole ? { id, startsAt: toInstant(startsAt), zone, counsellor: alias } : null,
            subjectId: row.subject_id,
          },
        ];
      })
      .sort((one, other) => other.at.localeCompare(one.at))
      .slice(0, MOST);
  },
});
