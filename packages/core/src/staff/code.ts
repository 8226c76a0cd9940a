import { makeDigits, parseDigits } from '../digits/index.ts';
import { type Context, Failure, newId, type Tx } from '../kernel/index.ts';
import { keyedIndex } from '../vault/index.ts';

const LENGTH = 13;
const LASTS_MS = 7 * 24 * 60 * 60_000;

const formatStaffCode = (code: string): string =>
  code.replace(/^(\d{4})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');

/** How a typed code is looked up, also one that can't exist: the work is the same. */
const indexStaffCode = ({ ports }: Pick<Context, 'ports'>, typed: string): Buffer =>
  keyedIndex(ports.secrets.lookupKey, 'staff-code', parseDigits(typed, LENGTH) ?? '');

export const wrongCode = () => new Failure('wrong-code', 'this code opens nothing');

interface Wanted {
  organisationId: string;
  role: 'counsellor' | 'partner-staff' | 'organisation-admin' | 'platform-admin';
  displayName: string;
  staffId?: string;
}

/** Makes a code for a new colleague, or for one who is to choose a new passphrase. Answers it as it is shown, once. */
export async function makeStaffCode(tx: Tx, { organisationId, role, displayName, staffId }: Wanted) {
  const id = newId(tx);
  const code = makeDigits(tx.random, LENGTH);
  const now = tx.clock.now();
  await tx.db
    .insertInto('staff_invitation')
    .values({
      id,
      organisation_id: organisationId,
      role,
      display_name: displayName,
      staff_id: staffId ?? null,
      code_index: indexStaffCode(tx, code),
      invited_by: 'staffId' in tx.actor ? tx.actor.staffId : null,
      created_at: new Date(now),
      expires_at: new Date(now + LASTS_MS),
    })
    .execute();
  return { id, code: formatStaffCode(code) };
}

/** The invitation that a typed code opens now, if any. Ask under the system's view. */
export const findOpenInvitation = (tx: Pick<Tx, 'db' | 'ports' | 'clock'>, typed: string) =>
  tx.db
    .selectFrom('staff_invitation')
    .innerJoin('organisation', 'organisation.id', 'staff_invitation.organisation_id')
    .select([
      'staff_invitation.id',
      'staff_invitation.organisation_id',
      'staff_invitation.role',
      'staff_invitation.display_name',
      'staff_invitation.staff_id',
      'organisation.name as organisation_name',
    ])
    .where('code_index', '=', indexStaffCode(tx, typed))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', new Date(tx.clock.now()))
    .executeTakeFirst();
