import type { Me } from '@homeward/contracts/account';
import { Refusal } from '../../visit/refusal.ts';
import type { Visit } from '../../visit/visit.ts';
import { requireStaff } from '../staff/require-staff.ts';

export type CounsellorMe = Extract<Me, { kind: 'counsellor' }>;

/** The counsellor who is signed in. Everybody else is led to the sign-in of staff; a person's own session opens nothing here. */
export async function requireCounsellor(visit: Visit): Promise<CounsellorMe> {
  const me = await requireStaff(visit);
  if (me.kind !== 'counsellor') throw new Refusal('forbidden');
  return me;
}
