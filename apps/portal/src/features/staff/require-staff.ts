import type { Me } from '@homeward/contracts/account';
import { Detour } from '../../visit/detour.ts';
import { Refusal } from '../../visit/refusal.ts';
import type { Visit } from '../../visit/visit.ts';
import { staffHome } from './staff-home.ts';

export type StaffMe = Exclude<Me, { kind: 'visitor' | 'person' | 'staff-pending' }>;

/**
 * Whoever works here and is signed in, second step included. Everybody else is led to that; a person's own session opens
 * nothing here, nor does a role that is not among those named.
 */
export async function requireStaff<Kind extends StaffMe['kind'] = StaffMe['kind']>(
  visit: Visit,
  kinds?: readonly Kind[],
): Promise<Extract<StaffMe, { kind: Kind }>> {
  const me = await visit.me();
  if (me.kind === 'visitor') throw new Detour(`/care/sign-in${visit.hadSession ? '?expired' : ''}`);
  if (me.kind === 'staff-pending') throw new Detour(staffHome(me));
  if (me.kind === 'person' || !isOneOf(me, kinds)) throw new Refusal('forbidden');
  return me;
}

const isOneOf = <Kind extends StaffMe['kind']>(
  me: StaffMe,
  kinds: readonly Kind[] | undefined,
): me is Extract<StaffMe, { kind: Kind }> => kinds === undefined || kinds.some((kind) => kind === me.kind);
