import { SignIn } from '@homeward/contracts/account';
import { asSystem, type Context, command, Failure, inTransaction, type Tx } from '../kernel/index.ts';
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
    if (!right || person === undefined) throw wrongSignIn();
    return person;
  },
  run: async (tx, { device }, person) => {
    await assertStillRight(tx, person);
    return { personId: person.id, cookie: await openSession(tx, { kind: 'person', device }, person.id) };
  },
  subject: ({ personId }) => personId,
});

type Person = { id: string; passphrase_hash: string };

const wrongSignIn = () => new Failure('wrong-sign-in', 'number and passphrase do not match');

/** Looks up a number in any case, also one that can't exist. */
async function findPerson(context: Context, typed: string): Promise<Person | undefined> {
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

/** A passphrase that is changed meanwhile ends every session: one that is opened with the old one must not outlive that. */
async function assertStillRight(tx: Tx, { id, passphrase_hash }: Person): Promise<void> {
  const person = await asSystem(tx, (db) =>
    db
      .selectFrom('person')
      .select('id')
      .where('id', '=', id)
      .where('passphrase_hash', '=', passphrase_hash)
      .forShare()
      .executeTakeFirst(),
  );
  if (person === undefined) throw wrongSignIn();
}
