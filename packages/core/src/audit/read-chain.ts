import type { DB } from '@homeward/db';
import { type Kysely, sql } from 'kysely';
import { type ChainEntry, GENESIS } from './hash-entry.ts';

type Reader = Kysely<DB>;

const BATCH = 2000;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Rows by their number, from the one after `afterSeq`; so many at a time, however long the log is. */
export async function* readChain(db: Reader, afterSeq = 0): AsyncGenerator<ChainEntry> {
  let after = { seq: String(afterSeq), id: afterSeq === 0 ? NO_ID : 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  for (;;) {
    const { rows } = await sql<StoredEntry>`
      SELECT * FROM read_audit_entries(${after.seq}::bigint, ${after.id}::uuid, ${BATCH}::integer)`.execute(
      db,
    );
    yield* rows.map(toEntry);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** The number and hash of the last row, as the database keeps them apart from the rows. Throws when it keeps none. */
export async function readHead(db: Reader): Promise<{ seq: number; hash: Buffer }> {
  const { rows } = await sql<{ seq: string; hash: Buffer }>`SELECT * FROM read_audit_head()`.execute(db);
  const [head] = rows;
  return head === undefined ? { seq: 0, hash: GENESIS } : { seq: Number(head.seq), hash: head.hash };
}

interface StoredEntry {
  seq: string;
  hash: Buffer;
  id: string;
  at_microseconds: string;
  action: string;
  actor_kind: string;
  actor_id: string | null;
  organisation_id: string | null;
  subject_id: string | null;
}

const toEntry = (row: StoredEntry): ChainEntry => ({
  seq: Number(row.seq),
  hash: row.hash,
  id: row.id,
  atMicroseconds: row.at_microseconds,
  action: row.action,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  organisationId: row.organisation_id,
  subjectId: row.subject_id,
});
