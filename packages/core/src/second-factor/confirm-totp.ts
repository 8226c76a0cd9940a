import { ConfirmTotp } from '@homeward/contracts/second-factor';
import { actingAsAnyStaff, asSystem, command } from '../kernel/index.ts';
import { readDigits } from '../vault/index.ts';
import { wrongCode } from './accept-code.ts';
import { assertMayEnrol, finishEnrolling } from './enrol.ts';
import { findStep } from './totp.ts';
import { lockTotp, sealSecret, unsealSecret } from './totp-secret.ts';

/** The app shows the right code: it is the second factor from now on, and given. The first one comes with recovery codes. Throws `wrong-code`. */
export const confirmTotp = command({
  action: 'second-factor.confirm-totp',
  scope: 'second-factors:own',
  input: ConfirmTotp,
  run: async (tx, { code }) => {
    const actor = actingAsAnyStaff(tx.actor);
    assertMayEnrol(actor, tx.clock.now());
    await asSystem(tx, async (db) => {
      const row = await lockTotp(db, actor);
      if (!row?.next_secret_sealed) throw wrongCode();
      const secret = unsealSecret(tx, 'next_secret_sealed', actor.staffId, row.next_secret_sealed);
      const step = findStep(secret, readDigits(code), tx.clock.now());
      if (step === undefined) throw wrongCode();
      await db
        .updateTable('staff_totp')
        .set({
          secret_sealed: sealSecret(tx, 'secret_sealed', actor.staffId, secret),
          next_secret_sealed: null,
          last_step: step,
        })
        .where('organisation_id', '=', actor.organisationId)
        .where('staff_id', '=', actor.staffId)
        .execute();
    });
    return { staffId: actor.staffId, ...(await finishEnrolling(tx, actor)) };
  },
  subject: ({ staffId }) => staffId,
});
