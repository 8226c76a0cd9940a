import type { NewSpareCode } from '@homeward/contracts/recovery';
import { z } from 'zod';
import { actingAs, command, newId } from '../kernel/index.ts';
import { formatRecoveryCode, indexRecoveryCode, makeRecoveryCode } from './recovery-code.ts';

/** A new spare code for the person's card, told once. The card before opens nothing any more. */
export const makeCard = command({
  action: 'recovery.make-card',
  scope: 'account:own',
  stepUp: true,
  input: z.undefined(),
  run: async (tx): Promise<NewSpareCode> => {
    const { personId } = actingAs(tx.actor, 'person');
    // Two cards made at once: the second waits here, and voids the first.
    await tx.db.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
    await tx.db
      .deleteFrom('recovery_code')
      .where('person_id', '=', personId)
      .where('kind', '=', 'card')
      .where('used_at', 'is', null)
      .execute();
    const code = makeRecoveryCode(tx.random);
    await tx.db
      .insertInto('recovery_code')
      .values({
        id: newId(tx),
        person_id: personId,
        kind: 'card',
        created_at: new Date(tx.clock.now()),
        code_index: indexRecoveryCode(tx.ports.secrets.lookupKey, code),
      })
      .execute();
    return { code: formatRecoveryCode(code) };
  },
});
