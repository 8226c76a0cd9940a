import type { Tx } from '../kernel/index.ts';

/** Takes all second factors of somebody away, recovery codes included: at the next sign-in they enrol anew. Ask under the system's view. */
export async function forgetSecondFactors(db: Tx['db'], staffId: string): Promise<void> {
  await db.deleteFrom('staff_totp').where('staff_id', '=', staffId).execute();
  await db.deleteFrom('staff_recovery_code').where('staff_id', '=', staffId).execute();
  await db.deleteFrom('passkey').where('staff_id', '=', staffId).execute();
  await db.updateTable('staff').set({ second_factor_since: null }).where('id', '=', staffId).execute();
}
