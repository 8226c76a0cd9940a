import { type MyProfile, Weekday, type WeeklyRule } from '@homeward/contracts/counsellor';
import { actingAs, type Tx } from '../kernel/index.ts';

/** The signed-in counsellor's settings. */
export async function readMyProfile(tx: Tx): Promise<MyProfile> {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  const counsellor = await tx.db
    .selectFrom('counsellor')
    .where('id', '=', staffId)
    .select(['id', 'alias', 'zone', 'modalities', 'length_minutes'])
    .executeTakeFirstOrThrow();
  const rules = await tx.db
    .selectFrom('weekly_rule')
    .where('counsellor_id', '=', staffId)
    .select(['days', 'from_time', 'to_time', 'modalities', 'valid_from', 'valid_until'])
    .execute();
  const details = await tx.db
    .selectFrom('meeting_detail')
    .where('counsellor_id', '=', staffId)
    .select(['modality', 'details'])
    .execute();
  return {
    counsellorId: counsellor.id,
    alias: counsellor.alias,
    zone: counsellor.zone,
    modalities: counsellor.modalities,
    lengthMinutes: counsellor.length_minutes,
    rules: rules
      .map((rule) => ({
        days: Weekday.options.filter((day) => rule.days.includes(day)),
        from: rule.from_time,
        to: rule.to_time,
        modalities: rule.modalities,
        ...(rule.valid_from && { validFrom: rule.valid_from }),
        ...(rule.valid_until && { validUntil: rule.valid_until }),
      }))
      .sort((a, b) => weekOrder(a).localeCompare(weekOrder(b), 'en')),
    details: Object.fromEntries(details.map((row) => [row.modality, row.details])),
  };
}

/** From Monday morning on, earlier seasons before later ones. */
function weekOrder({ days, from, validFrom = '' }: WeeklyRule): string {
  const first = Weekday.options.findIndex((day) => days.includes(day));
  return `${first} ${from} ${validFrom}`;
}
