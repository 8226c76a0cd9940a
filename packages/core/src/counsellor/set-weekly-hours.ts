import { SetWeeklyHours } from '@homeward/contracts/counsellor';
import { command, Failure, newId } from '../kernel/index.ts';
import { findOwnPlaceIds } from './find-own-place-ids.ts';
import { lockOwn } from './lock-own.ts';
import { readMyProfile } from './read-my-profile.ts';
import { faultsOfWeeklyHours } from './weekly-hours-rules.ts';

/** Replaces all weekly hours of the signed-in counsellor. Appointments that are booked stay booked. */
export const setWeeklyHours = command({
  action: 'counsellor.set-weekly-hours',
  scope: 'availability:own',
  input: SetWeeklyHours,
  run: async (tx, { rules }) => {
    const { id: staffId, organisation_id: organisationId, modalities } = await lockOwn(tx);
    const faults = faultsOfWeeklyHours(rules, { modalities, placeIds: await findOwnPlaceIds(tx) });
    if (faults.length > 0) throw new Failure('invalid-input', 'these hours do not work', faults);

    await tx.db.deleteFrom('weekly_rule').where('counsellor_id', '=', staffId).execute();
    if (rules.length > 0) {
      await tx.db
        .insertInto('weekly_rule')
        .values(
          rules.map((rule) => ({
            id: newId(tx),
            organisation_id: organisationId,
            counsellor_id: staffId,
            days: rule.days,
            from_time: rule.from,
            to_time: rule.to,
            modalities: rule.modalities,
            place_id: rule.placeId ?? null,
            valid_from: rule.validFrom ?? null,
            valid_until: rule.validUntil ?? null,
          })),
        )
        .execute();
    }
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});
