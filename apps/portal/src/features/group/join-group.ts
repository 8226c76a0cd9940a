import { JoinGroup } from '@homeward/contracts/group';
import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

export const MOST_CALL_ME = 60;

const ANSWERED = ['slot-taken', 'already-booked-then', 'too-many-bookings', 'not-yet-confirmed'] as const;

/** Takes a place in a group. What to be called may stay empty. */
export async function joinGroup({ rpc }: Visit, typed: { id: string; zone: string; callMe: string }) {
  const { id, zone } = typed;
  const callMe = typed.callMe.trim();
  const parsed = JoinGroup.safeParse({ id, zone, ...(callMe !== '' && { callMe }) });
  if (!parsed.success) return { ok: false as const, code: 'name-too-long' as const };
  return attempt(rpc.group.join.mutate(parsed.data), ANSWERED);
}
