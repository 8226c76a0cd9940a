import type { MySecondFactors } from '@homeward/contracts/second-factor';
import { z } from 'zod';
import { actingAsAnyStaff, asSystem, query, toInstant } from '../kernel/index.ts';

/** What second factors somebody who works here has, and how many recovery codes are left. */
export const getMySecondFactors = query({
  action: 'second-factor.get-mine',
  scope: 'second-factors:manage',
  input: z.undefined(),
  run: async (tx): Promise<MySecondFactors> => {
    const { staffId } = actingAsAnyStaff(tx.actor);
    return asSystem(tx, async (db) => {
      const totp = await db
        .selectFrom('staff_totp')
        .select('staff_id')
        .where('staff_id', '=', staffId)
        .where('secret_sealed', 'is not', null)
        .executeTakeFirst();
      const passkeys = await db
        .selectFrom('passkey')
        .select(['id', 'created_at', 'used_at'])
        .where('staff_id', '=', staffId)
        .orderBy('created_at', 'desc')
        .execute();
      const codes = await db
        .selectFrom('staff_recovery_code')
        .select((of) => of.fn.countAll<string>().as('left'))
        .where('staff_id', '=', staffId)
        .executeTakeFirstOrThrow();
      return {
        totp: totp !== undefined,
        passkeys: passkeys.map((row) => ({
          id: row.id,
          addedAt: toInstant(row.created_at),
          usedAt: row.used_at && toInstant(row.used_at),
        })),
        recoveryCodesLeft: Number(codes.left),
      };
    });
  },
});
