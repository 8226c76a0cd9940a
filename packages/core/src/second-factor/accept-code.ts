import { actingAsAnyStaff, asSystem, Failure, type StaffActor, type Tx } from '../kernel/index.ts';
import { readDigits } from '../vault/index.ts';
import { RECOVERY_CODE_DIGITS, useRecoveryCode } from './recovery-code.ts';
import { findStep } from './totp.ts';
import { lockTotp, unsealSecret } from './totp-secret.ts';

export const wrongCode = () => new Failure('wrong-code', 'this code is not right, or was used before');

/** Takes a code of an app or from paper, once. Throws `wrong-code` for everything else. */
export async function acceptCode(tx: Tx, typed: string): Promise<void> {
  const actor = actingAsAnyStaff(tx.actor);
  const digits = readDigits(typed);
  const isRight = await asSystem(tx, (db) =>
    digits.length === RECOVERY_CODE_DIGITS
      ? useRecoveryCode({ ...tx, db }, actor, digits)
      : useTotp({ ...tx, db }, actor, digits),
  );
  if (!isRight) throw wrongCode();
}

async function useTotp(tx: Tx, actor: StaffActor, digits: string): Promise<boolean> {
  const row = await lockTotp(tx.db, actor);
  if (!row?.secret_sealed) return false;
  const secret = unsealSecret(tx, 'secret_sealed', actor.staffId, row.secret_sealed);
  const step = findStep(secret, digits, tx.clock.now());
  if (step === undefined || (row.last_step !== null && step <= Number(row.last_step))) return false;
  await tx.db
    .updateTable('staff_totp')
    .set({ last_step: step })
    .where('organisation_id', '=', actor.organisationId)
    .where('staff_id', '=', actor.staffId)
    .execute();
  return true;
}
