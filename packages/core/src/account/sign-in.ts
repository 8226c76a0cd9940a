import { SignIn } from '@homeward/contracts/account';
import { asSystem, type Context, command, Failure, inTransaction } from '../kernel/index.ts';
import { openSession } from '../session/index.ts';
import { indexAccessNumber, parseAccessNumber } from './access-number.ts';
import { verifyPassphrase } from './passphrase.ts';

/** Signs a person in. One answer, and the same work, for a wrong number, a wrong passphrase and a number that does not exist. */
export const signIn = command({
  action: 'session.sign-in',
  scope: 'sessions:create',
  input: SignIn,
  prepare: async (context, { accessNumber, passphrase }) => {
    const person = await findPerson(context, accessNumber);
    const right = await verifyPassphrase(context, passphrase, person?.passphrase_hash);
    if (!right || person === undefined)
      throw new Failure('wrong-sign-in', 'number and passphrase do not match');
    return person.id;
  },
  run: async (tx, { device }, personId) => ({
    personId,
    cookie: await openSession(tx, { kind: 'person', device }, personId),
  }),
  subject: ({ personId }) => personId,
});

/** Looks up a number in any case, also one that can't exist. */
async function findPerson(context: Context, typed: string) {
  const index = indexAccessNumber(context.ports.secrets.lookupKey, parseAccessNumber(typed) ?? '');
  return inTransaction(context, 'read only', (tx) =>
    asSystem(tx, (db) =>
      db
        .selectFrom('person')
        .select(['id', 'passphrase_hash'])
        .where('access_number_index', '=', index)
        .executeTakeFirst(),
    ),
  );
}
