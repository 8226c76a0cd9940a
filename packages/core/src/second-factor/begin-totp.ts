import type { NewTotp } from '@homeward/contracts/second-factor';
import { z } from 'zod';
import { actingAsAnyStaff, asSystem, command } from '../kernel/index.ts';
import { assertMayEnrol } from './enrol.ts';
import { makeTotpSecret, presentTotp } from './totp.ts';
import { sealSecret } from './totp-secret.ts';

/** A new secret for an app that makes codes. The one in use, if any, stays good until this one is confirmed. */
export const beginTotp = command({
  action: 'second-factor.begin-totp',
  scope: 'second-factors:own',
  input: z.undefined(),
  run: async (tx): Promise<NewTotp> => {
    const actor = actingAsAnyStaff(tx.actor);
    assertMayEnrol(actor, tx.clock.now());
    const secret = makeTotpSecret(tx.random);
    const next = { next_secret_sealed: sealSecret(tx, 'next_secret_sealed', actor.staffId, secret) };
    await asSystem(tx, (db) =>
      db
        .insertInto('staff_totp')
        .values({
          organisation_id: actor.organisationId,
          staff_id: actor.staffId,
          ...next,
          created_at: new Date(tx.clock.now()),
        })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'staff_id']).doUpdateSet(next))
        .execute(),
    );
    return presentTotp(secret);
  },
});
