import { createHash } from 'node:crypto';

/** A row of the audit log as it is read for checking. */
export interface ChainEntry {
  seq: number;
  hash: Buffer;
  id: string;
  atMicroseconds: string;
  action: string;
  actorKind: string;
  actorId: string | null;
  organisationId: string | null;
  subjectId: string | null;
}

/** What stands before the first row. */
export const GENESIS: Buffer = Buffer.alloc(32);

/**
 * The hash that a row must carry at this place in the chain. The same as `audit_hash` in migration 0008, written once more:
 * whoever could change the rows could change that function too.
 */
export function hashEntry(previous: Buffer, seq: number, entry: ChainEntry): Buffer {
  const { id, atMicroseconds, action, actorKind, actorId, organisationId, subjectId } = entry;
  const ids = [actorId, organisationId, subjectId].map((one) => one ?? '-');
  const text = [seq, id, atMicroseconds, action, actorKind, ...ids].join('|');
  return createHash('sha256').update(previous).update(text).digest();
}
