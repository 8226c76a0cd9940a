import { Modality, SetMeetingDetails } from '@homeward/contracts/counsellor';
import { actingAs, command } from '../kernel/index.ts';
import { readMyProfile } from './read-my-profile.ts';

/** Says how to meet, by way of meeting. What is not mentioned stays; an empty text is taken away. */
export const setMeetingDetails = command({
  action: 'counsellor.set-meeting-details',
  scope: 'availability:own',
  input: SetMeetingDetails,
  run: async (tx, { details }) => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    for (const modality of Modality.options) {
      const text = details[modality];
      if (text === undefined) continue;
      if (text === '') {
        await tx.db
          .deleteFrom('meeting_detail')
          .where('counsellor_id', '=', staffId)
          .where('modality', '=', modality)
          .execute();
        continue;
      }
      await tx.db
        .insertInto('meeting_detail')
        .values({ counsellor_id: staffId, organisation_id: organisationId, modality, details: text })
        .onConflict((conflict) =>
          conflict.columns(['counsellor_id', 'modality']).doUpdateSet({ details: text }),
        )
        .execute();
    }
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});
