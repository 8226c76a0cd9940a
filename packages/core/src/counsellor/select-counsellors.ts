import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** The counsellors that anybody may see and book: who take somebody new and still work there. With the name of their organisation. */
export function selectCounsellors(tx: Tx) {
  return tx.db
    .selectFrom('counsellor')
    .innerJoin('organisation', 'organisation.id', 'counsellor.organisation_id')
    .where('counsellor.accepts_newcomers', '=', true)
    .where(sql<boolean>`is_active_staff(counsellor.id)`)
    .select([
      'counsellor.id',
      'counsellor.organisation_id',
      'counsellor.alias',
      'counsellor.country',
      'counsellor.area',
      'counsellor.zone',
      'counsellor.languages',
      'counsellor.modalities',
      'counsellor.about',
      'counsellor.length_minutes',
      'counsellor.step_minutes',
      'counsellor.buffer_before_minutes',
      'counsellor.buffer_after_minutes',
      'counsellor.notice_minutes',
      'counsellor.horizon_days',
      'counsellor.max_per_day',
      'organisation.name as organisation_name',
      'organisation.fictional',
    ]);
}

export type CounsellorRow = Awaited<
  ReturnType<ReturnType<typeof selectCounsellors>['executeTakeFirstOrThrow']>
>;
