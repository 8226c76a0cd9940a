import { randomBytes, randomInt } from 'node:crypto';
import type { Clock, Random } from './context.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = {
  bytes: (length) => randomBytes(length),
  integer: (below) => randomInt(below),
};

/** UUIDv7 (RFC 9562): sorts by time, made here so that no round trip is needed to know it. */
export function newId({ clock, random }: { clock: Clock; random: Random }): string {
  const bytes = random.bytes(16);
  bytes.writeUIntBE(clock.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An instant as the contracts write it: UTC, whole seconds unless there are more. */
export const toInstant = (time: Date | number): string => new Date(time).toISOString().replace('.000Z', 'Z');
