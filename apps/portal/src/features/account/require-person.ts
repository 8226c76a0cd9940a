import type { Me } from '@homeward/contracts/account';
import { Detour } from '../../visit/detour.ts';
import { Refusal } from '../../visit/refusal.ts';
import type { Visit } from '../../visit/visit.ts';

export type PersonMe = Extract<Me, { kind: 'person' }>;

/** The person who is signed in. Leads everybody else to sign in, and those who have not kept their number to keep it first. */
export async function requirePerson(visit: Visit): Promise<PersonMe> {
  const me = await visit.me();
  if (me.kind === 'visitor') throw new Detour(`/account/sign-in${visit.hadSession ? '?expired' : ''}`);
  if (me.kind !== 'person') throw new Refusal('forbidden');
  if (!me.kept) throw new Detour('/account/keep');
  return me;
}
