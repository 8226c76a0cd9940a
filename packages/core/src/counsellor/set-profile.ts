import { SetProfile } from '@homeward/contracts/availability';
import { actingAs, command } from '../kernel/index.ts';
import { readMyProfile } from './read-my-profile.ts';

/** Says what people see of the signed-in counsellor. Appointments that are booked stay as they are. */
export const setProfile = command({
  action: 'counsellor.set-profile',
  scope: 'availability:own',
  input: SetProfile,
  run: async (tx, profile) => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    await tx.db
      .updateTable('counsellor')
      .where('id', '=', staffId)
      .set({
        alias: profile.alias,
        practice: profile.practice,
        languages: [...new Set(profile.languages)],
        topics: [...new Set(profile.topics)],
        modalities: [...new Set(profile.modalities)],
        gender: profile.gender,
        area: profile.area,
        about: JSON.stringify(profile.about),
        accepts_newcomers: profile.acceptsNewcomers,
        confirms_by_hand: profile.confirmsByHand,
      })
      .execute();
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});
