import { CreateCounsellor } from '@homeward/contracts/counsellor';
import { hashPassphrase, indexSignInName } from '../account/index.ts';
import { command, Failure, newId, pgCode } from '../kernel/index.ts';
import { insertCounsellor } from './insert-counsellor.ts';

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
        sign_in_index: indexSignInName(tx, input.signInName),
        passphrase_hash: passphraseHash,
        display_name: input.alias,
        created_at: createdAt,
      })
      .execute()
      .catch(refuse);
    await insertCounsellor(tx, { ...input, id });
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
