import type { Me } from '@homeward/contracts/account';
import { Detour } from '../../visit/detour.ts';
import { Refusal } from '../../visit/refusal.ts';
import type { Visit } from '../../visit/visit.ts';

const RECIPIENTS: readonly Me['kind'][] = ['counsellor', 'partner-staff', 'organisation-admin'];

/** Somebody with whom people may share something. Everybody else is led to the sign-in of staff. */
export async function requireRecipient(visit: Visit): Promise<Me> {
  const me = await visit.me();
  if (me.kind === 'visitor') throw new Detour(`/care/sign-in${visit.hadSession ? '?expired' : ''}`);
  if (!RECIPIENTS.includes(me.kind)) throw new Refusal('forbidden');
  return me;
}
