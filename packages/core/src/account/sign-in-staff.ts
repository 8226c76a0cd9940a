import { SignInStaff } from '@homeward/contracts/account';
import { asSystem, type Context, command, Failure, inTransaction } from '../kernel/index.ts';
import { openSession } from '../session/index.ts';
import { indexSignInName } from './index-sign-in-name.ts';
import { verifyPassphrase } from './passphrase.ts';

/** The first step of signing in of somebody who works at an organisation: what comes next is the second factor. One answer for everything that does not match. */
export const signInStaff = command({
  action: 'session.sign-in-staff',
  scope: 'sessions:create',
  input: SignInStaff,
  prepare: async (context, { name, passphrase }) => {
    const staff = await findStaff(context, name);
    const right = await verifyPassphrase(context, passphrase, staff?.passphrase_hash);
    if (!right || staff === undefined) throw new Failure('wrong-sign-in', 'name and passphrase do not match');
    return staff.id;
  },
  run: async (tx, _input, staffId) => ({
    staffId,
    cookie: await openSession(tx, { kind: 'staff', secondFactor: false }, staffId),
  }),
  subject: ({ staffId }) => staffId,
});

async function findStaff(context: Context, name: string) {
  return inTransaction(context, 'read only', (tx) =>
    asSystem(tx, (db) =>
      db
        .selectFrom('staff')
        .select(['id', 'passphrase_hash'])
        .where('sign_in_index', '=', indexSignInName(context, name))
        .where('deactivated_at', 'is', null)
        .executeTakeFirst(),
    ),
  );
}
