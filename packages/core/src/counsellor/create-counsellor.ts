import { CreateCounsellor } from '@homeward/contracts/counsellor';
import { foldSignInName, hashPassphrase } from '../account/index.ts';
import { command, Failure, newId, pgCode } from '../kernel/index.ts';

/** Takes in a counsellor of an organisation, with a sign-in of their own. Throws `conflict` (the name is in use) or `not-found` (the organisation). */
export const createCounsellor = command({
  action: 'counsellor.create',
  scope: 'counsellors:create',
  input: CreateCounsellor,
  prepare: (context, { passphrase }) => hashPassphrase(context, passphrase),
  run: async (tx, input, passphraseHash) => {
    const id = newId(tx);
    const createdAt = new Date(tx.clock.now());
    await tx.db
      .insertInto('staff')
      .values({
        id,
        organisation_id: input.organisationId,
        role: 'counsellor',
        sign_in_name: foldSignInName(input.signInName),
        passphrase_hash: passphraseHash,
        display_name: input.alias,
        created_at: createdAt,
      })
      .execute()
      .catch(refuse);
    await tx.db
      .insertInto('counsellor')
      .values({
        id,
        organisation_id: input.organisationId,
        alias: input.alias,
        country: input.country,
        area: input.area ?? null,
        zone: input.zone,
        languages: input.languages,
        modalities: input.modalities,
        about: JSON.stringify(input.about),
        accepts_newcomers: input.acceptsNewcomers,
        length_minutes: input.lengthMinutes,
        step_minutes: input.stepMinutes,
        buffer_before_minutes: input.bufferBeforeMinutes,
        buffer_after_minutes: input.bufferAfterMinutes,
        notice_minutes: input.noticeMinutes,
        horizon_days: input.horizonDays,
        max_per_day: input.maxPerDay,
        created_at: createdAt,
      })
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});

/** Translates the database's refusal of a name that is not unique or an organisation that is not there. */
function refuse(error: unknown): never {
  if (pgCode(error) === '23505') throw new Failure('conflict', 'this sign-in name is in use');
  if (pgCode(error) === '23503') throw new Failure('not-found', 'there is no such organisation');
  throw error;
}
