import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';
import { sealSecret } from './totp-secret.ts';

interface Known {
  organisationId: string;
  staffId: string;
  secret: Buffer;
}

/** Enrols a secret that is known already, without asking for a code: for the demo, whose accounts everybody knows. */
export async function enrolKnownTotp(
  context: Omit<Context, 'actor'>,
  { organisationId, staffId, secret }: Known,
): Promise<void> {
  const now = new Date(context.clock.now());
  await inTransaction({ ...context, actor: SYSTEM }, 'read write', async (tx) => {
    await tx.db
      .insertInto('staff_totp')
      .values({
        organisation_id: organisationId,
        staff_id: staffId,
        secret_sealed: sealSecret(tx, 'secret_sealed', staffId, secret),
        created_at: now,
      })
      .execute();
    await tx.db.updateTable('staff').set({ second_factor_since: now }).where('id', '=', staffId).execute();
  });
}
