import { createHmac } from 'node:crypto';
import type { Secrets } from '../kernel/index.ts';
import { deriveKey } from '../vault/index.ts';

/**
 * The room of an appointment, or of the group that it is a seat of: always the same, without meaning, and kept nowhere. One
 * that is moved has another: who had the old address finds nobody.
 */
export function roomName(
  secrets: Pick<Secrets, 'lookupKey'>,
  { id, startsAt }: { id: string; startsAt: number },
): string {
  const key = deriveKey(secrets, 'video-room');
  return createHmac('sha256', key).update(`${id} ${startsAt}`).digest('hex').slice(0, 32);
}
