import { asSystem, assertProved, Failure, type StaffActor, type Tx } from '../kernel/index.ts';
import { renewSession } from '../session/index.ts';
import { replaceRecoveryCodes } from './recovery-code.ts';

/**
 * Who may change second factors: whoever has none yet, right after the passphrase; later only with a fresh proof.
 * Throws `second-factor-required` to somebody who has one and has not given it.
 */
export function assertMayEnrol(actor: StaffActor, now: number): void {
  if (actor.kind !== 'staff-pending') assertProved(actor, now);
  else if (actor.enrolled)
    throw new Failure('second-factor-required', 'a second factor is enrolled: give it first');
}

/**
 * A second factor was added and counts as given. The first one comes with recovery codes.
 * Throws `second-factor-required` when one was enrolled elsewhere meanwhile.
 */
export async function finishEnrolling(tx: Tx, actor: StaffActor) {
  const recoveryCodes = await asSystem(tx, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('staff')
      .set({ second_factor_since: new Date(tx.clock.now()) })
      .where('id', '=', actor.staffId)
      .where('second_factor_since', 'is', null)
      .executeTakeFirst();
    const isFirst = numUpdatedRows === 1n;
    if (!isFirst && actor.kind === 'staff-pending')
      throw new Failure('second-factor-required', 'a second factor was enrolled elsewhere: give it first');
    return isFirst ? replaceRecoveryCodes({ ...tx, db }, actor) : null;
  });
  return { recoveryCodes, cookie: await renewSession(tx, { secondFactor: true }) };
}
