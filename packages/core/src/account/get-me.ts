import type { Me } from '@homeward/contracts/account';
import { z } from 'zod';
import { type Actor, query, type Tx } from '../kernel/index.ts';

/** For as long as it takes to fill in a form, and not a minute more. */
const PROOF_LEFT_MS = 3 * 60_000;

/** Who the caller is, with what a page needs to greet them and no more. */
export const getMe = query({
  action: 'account.me',
  scope: 'me:read',
  input: z.undefined(),
  run: async (tx): Promise<Me> => {
    const { actor } = tx;
    const now = tx.clock.now();
    const proved = hasProved(actor, now);
    const secondsLeft = 'endsAt' in actor ? Math.floor(((actor.endsAt ?? now) - now) / 1000) : 0;
    switch (actor.kind) {
      case 'person':
        return {
          kind: 'person',
          kept: actor.kept,
          confirmed: actor.confirmed,
          zone: actor.zone,
          proved,
          secondsLeft,
        };
      case 'staff-pending':
        return { kind: 'staff-pending', enrolled: actor.enrolled, secondsLeft };
      case 'counsellor':
        return {
          kind: 'counsellor',
          counsellorId: actor.staffId,
          ...(await readProfile(tx, actor.staffId)),
          proved,
          secondsLeft,
        };
      case 'partner-staff':
      case 'organisation-admin':
      case 'platform-admin':
        return { kind: actor.kind, name: await readName(tx, actor.staffId), proved, secondsLeft };
      default:
        return { kind: 'visitor' };
    }
  },
});

const hasProved = (actor: Actor, now: number): boolean =>
  'provedUntil' in actor && actor.provedUntil !== undefined && now + PROOF_LEFT_MS < actor.provedUntil;

const readProfile = (tx: Tx, staffId: string) =>
  tx.db
    .selectFrom('counsellor')
    .select(['alias', 'zone'])
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();

async function readName(tx: Tx, staffId: string): Promise<string> {
  const staff = tx.db.selectFrom('staff').select('display_name').where('id', '=', staffId);
  return (await staff.executeTakeFirstOrThrow()).display_name;
}
