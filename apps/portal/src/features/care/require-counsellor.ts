import type { Me } from '@homeward/contracts/account';
import { Detour } from '../../visit/detour.ts';
import { Refusal } from '../../visit/refusal.ts';
import type { Visit } from '../../visit/visit.ts';

export type CounsellorMe = Extract<Me, { kind: 'counsellor' }>;

/** The counsellor who is signed in. Everybody else is led to the sign-in of staff; a person's own session opens nothing here. */
export async function requireCounsellor(visit: Visit): Promise<CounsellorMe> {
  const me = await visit.me();
  if (me.kind === 'visitor') throw new Detour(`/care/sign-in${visit.hadSession ? '?expired' : ''}`);
  if (me.kind !== 'counsellor') throw new Refusal('forbidden');
  return me;
}
