import type { Me } from '@homeward/contracts/account';
import { Detour } from '../../visit/detour.ts';
import { Refusal } from '../../visit/refusal.ts';
import type { Visit } from '../../visit/visit.ts';

/** Staff of one of these kinds who are signed in. Everybody else is led to their sign-in, or refused. */
export async function requireStaff<Kind extends Me['kind']>(
  visit: Visit,
  kinds: readonly Kind[],
): Promise<Extract<Me, { kind: Kind }>> {
  const me = await visit.me();
  if (me.kind === 'visitor') throw new Detour(`/care/sign-in${visit.hadSession ? '?expired' : ''}`);
  if (isOneOf(me, kinds)) return me;
  throw new Refusal('forbidden');
}

const isOneOf = <Kind extends Me['kind']>(
  me: Me,
  kinds: readonly Kind[],
): me is Extract<Me, { kind: Kind }> => kinds.some((kind) => kind === me.kind);
