import { CreateCounsellor } from '@homeward/contracts/counsellor';
import type { Tx } from '../kernel/index.ts';

const Profile = CreateCounsellor.omit({ signInName: true, passphrase: true });

/** What people see of a counsellor whose account was just made; what is not said is as for everybody. Ask under the system's view. */
export async function insertCounsellor(
  tx: Tx,
  given: { id: string } & Omit<CreateCounsellor, 'signInName' | 'passphrase'>,
): Promise<void> {
  const { id, organisationId, ...profile } = given;
  const { area, ...input } = Profile.strip().parse({ organisationId, ...profile });
  await tx.db
    .insertInto('counsellor')
    .values({
      id,
      organisation_id: input.organisationId,
      alias: input.alias,
      country: input.country,
      area: area ?? null,
      zone: input.zone,
      languages: input.languages,
      modalities: input.modalities,
      practice: input.practice,
      gender: input.gender ?? null,
      topics: input.topics,
      confirms_by_hand: input.confirmsByHand,
      about: JSON.stringify(input.about),
      length_minutes: input.lengthMinutes,
      step_minutes: input.stepMinutes,
      buffer_before_minutes: input.bufferBeforeMinutes,
      buffer_after_minutes: input.bufferAfterMinutes,
      notice_minutes: input.noticeMinutes,
      horizon_days: input.horizonDays,
      max_per_day: input.maxPerDay,
      accepts_newcomers: input.acceptsNewcomers,
      created_at: new Date(tx.clock.now()),
    })
    .execute();
}
