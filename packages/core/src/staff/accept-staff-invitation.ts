import { AcceptStaffInvitation, StaffRole } from '@homeward/contracts/staff';
import { assertPassphrase, hashPassphrase, indexSignInName } from '../account/index.ts';
import { insertCounsellor } from '../counsellor/index.ts';
import { asSystem, command, Failure, newId, pgCode, type Tx } from '../kernel/index.ts';
import { openSession } from '../session/index.ts';
import { findOpenInvitation, wrongCode } from './code.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findOpenInvitation>>>;

/**
 * A colleague joins, or chooses a new passphrase, by a code. What opens is a session that leads to the second factor.
 * Throws `wrong-code` for every code that opens nothing now, `conflict` (the name is in use), or what a passphrase lacks.
 */
export const acceptStaffInvitation = command({
  action: 'staff.accept-invitation',
  scope: 'sessions:create',
  input: AcceptStaffInvitation,
  prepare: (context, { passphrase }) => {
    assertPassphrase(passphrase);
    return hashPassphrase(context, passphrase);
  },
  run: async (tx, input, passphraseHash) => {
    const staffId = await asSystem(tx, async (db) => {
      const system = { ...tx, db };
      const found = await takeInvitation(system, input.code);
      return found.staff_id === null
        ? join(system, found, input, passphraseHash)
        : setPassphrase(system, found.staff_id, input.signInName, passphraseHash);
    });
    return { staffId, cookie: await openSession(tx, { kind: 'staff', secondFactor: false }, staffId) };
  },
  subject: ({ staffId }) => staffId,
});

/** Of two who type the same code at once, one gets it. */
async function takeInvitation(tx: Tx, code: string): Promise<Found> {
  const found = await findOpenInvitation(tx, code);
  if (found === undefined) throw wrongCode();
  const { numUpdatedRows } = await tx.db
    .updateTable('staff_invitation')
    .set({ accepted_at: new Date(tx.clock.now()) })
    .where('id', '=', found.id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw wrongCode();
  return found;
}

async function join(
  tx: Tx,
  found: Found,
  { signInName, counsellor }: AcceptStaffInvitation,
  passphraseHash: string,
): Promise<string> {
  const role = StaffRole.parse(found.role);
  if ((role === 'counsellor') !== (counsellor !== undefined))
    throw new Failure('invalid-input', 'a counsellor says what people see of them; nobody else does', [
      { pointer: '/counsellor', code: 'does-not-fit', message: 'is for counsellors, and needed there' },
    ]);
  const id = newId(tx);
  await tx.db
    .insertInto('staff')
    .values({
      id,
      organisation_id: found.organisation_id,
      role,
      sign_in_index: indexSignInName(tx, signInName),
      passphrase_hash: passphraseHash,
      display_name: counsellor?.alias ?? found.display_name,
      created_at: new Date(tx.clock.now()),
    })
    .execute()
    .catch((error: unknown) => {
      throw pgCode(error) === '23505' ? new Failure('conflict', 'this sign-in name is in use') : error;
    });
  if (counsellor !== undefined)
    await insertCounsellor(tx, { id, organisationId: found.organisation_id, ...counsellor });
  return id;
}

/** The name must be the one in use: whoever finds the code alone gets nowhere. */
async function setPassphrase(tx: Tx, staffId: string, name: string, passphraseHash: string): Promise<string> {
  const { numUpdatedRows } = await tx.db
    .updateTable('staff')
    .set({ passphrase_hash: passphraseHash })
    .where('id', '=', staffId)
    .where('sign_in_index', '=', indexSignInName(tx, name))
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw wrongCode();
  await tx.db.deleteFrom('session').where('staff_id', '=', staffId).execute();
  return staffId;
}
