import { sql } from 'kysely';
import { organisationOf, type Tx } from '../kernel/index.ts';

/**
 * The counsellors that the caller may see and book, who still work there, with the name of their organisation. Those who
 * take nobody new are there for whom somebody here knows, for their colleagues, and for nobody else: the list of all is not
 * for collecting.
 */
export function selectCounsellors(tx: Tx) {
  const isKnown = (tx.actor.kind === 'person' && tx.actor.confirmed) || tx.actor.kind === 'system';
  const own = organisationOf(tx.actor);
  return tx.db
    .selectFrom('counsellor')
    .innerJoin('organisation', 'organisation.id', 'counsellor.organisation_id')
    .where((eb) =>
      isKnown
        ? eb.lit(true)
        : eb.or([
            eb('counsellor.accepts_newcomers', '=', true),
            ...(own === null ? [] : [eb('counsellor.organisation_id', '=', own)]),
          ]),
    )
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
      'counsellor.practice',
      'counsellor.gender',
      'counsellor.topics',
      'counsellor.confirms_by_hand',
      'counsellor.length_minutes',
      'counsellor.step_minutes',
      'counsellor.buffer_before_minutes',
      'counsellor.buffer_after_minutes',
      'counsellor.notice_minutes',
      'counsellor.horizon_days',
      'counsellor.max_per_day',
      'counsellor.longest_run_minutes',
      'counsellor.break_minutes',
      'counsellor.holiday_country',
      'counsellor.holiday_region',
      'organisation.name as organisation_name',
      'organisation.fictional',
    ]);
}

export type CounsellorRow = Awaited<
  ReturnType<ReturnType<typeof selectCounsellors>['executeTakeFirstOrThrow']>
>;
