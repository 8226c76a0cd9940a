import { type OneTimeCode, RecoveryById } from '@homeward/contracts/recovery';
import { sql } from 'kysely';
import { actingAs, command, Failure, toInstant } from '../kernel/index.ts';
import { CODE_LASTS_MS, formatRecoveryCode, indexRecoveryCode, makeRecoveryCode } from './recovery-code.ts';

/**
 * Makes the one-time code of a confirmed request and tells it, once, to the counsellor who asked. It lasts half an hour.
 * Throws `not-found` while nobody has confirmed, a second time, and when the one who confirmed has left.
 */
export const showRecoveryCode = command({
  action: 'recovery.show-code',
  scope: 'agenda:own',
  stepUp: true,
  input: RecoveryById,
  run: async (tx, { id }): Promise<OneTimeCode & { personId: string }> => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    const now = tx.clock.now();
    const expiresAt = new Date(now + CODE_LASTS_MS);
    const code = makeRecoveryCode(tx.random);
    const shown = await tx.db
      .updateTable('recovery_code')
      .set({ code_index: indexRecoveryCode(tx.ports.secrets.lookupKey, code), expires_at: expiresAt })
      .where('id', '=', id)
      .where('started_by', '=', staffId)
      .where('confirmed_by', 'is not', null)
      .where('code_index', 'is', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', new Date(now))
      .where(sql<boolean>`is_active_staff(confirmed_by) AND is_assigned(person_id)`)
      .returning('person_id')
      .executeTakeFirst();
    if (shown === undefined) throw new Failure('not-found', 'there is no code to show');
    return { code: formatRecoveryCode(code), expiresAt: toInstant(expiresAt), personId: shown.person_id };
  },
  subject: ({ personId }) => personId,
});
