import type { DB } from '@homeward/db';
import type { Kysely } from 'kysely';
import type { Anchor, AuditAnchors } from './audit-anchors.ts';
import { type ChainEntry, GENESIS, hashEntry } from './hash-entry.ts';
import { nameFault, type WrongRow } from './name-fault.ts';
import { readChain, readHead } from './read-chain.ts';

/** The first row that is not as it was written. */
export interface AuditFault {
  what: WrongRow | 'missing' | 'truncated' | 're-chained';
  seq: number;
  /** Null where the row is gone. */
  id: string | null;
  /** For what only an anchor shows: the first row that it speaks for, since the anchor before it still holds. */
  sinceSeq?: number;
}

/** What a walk along the whole chain found. */
export interface AuditReport {
  entries: number;
  anchors: number;
  fault: AuditFault | undefined;
}

/** Walks the chain from its first row and holds every anchor against it. Reads one state of the database, in batches. */
export async function verifyChain(db: Kysely<DB>, anchors: AuditAnchors): Promise<AuditReport> {
  // The anchors first: one that is kept speaks of rows that are committed, so the state read afterwards must hold them.
  const kept = await anchors.read();
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => walk(snapshot, kept));
}

async function walk(db: Kysely<DB>, kept: AsyncIterable<Anchor>): Promise<AuditReport> {
  const head = await readHead(db);
  const anchors = kept[Symbol.asyncIterator]();
  const nextAnchor = async () => (await anchors.next()).value as Anchor | undefined;
  const report: AuditReport = { entries: 0, anchors: 0, fault: undefined };
  let previous = GENESIS;
  let seq = 0;
  let anchoredSeq = 0;
  let anchor = await nextAnchor();

  for await (const row of readChain(db)) {
    const fault = await findFault(db, { previous, seq: seq + 1, headSeq: head.seq, row });
    if (fault) return { ...report, fault };
    previous = row.hash;
    seq = row.seq;
    report.entries += 1;
    for (; anchor && anchor.seq <= seq; anchor = await nextAnchor()) {
      if (!(await holds(db, anchor, row))) {
        const broken = anchor.seq === seq ? row.id : null;
        return {
          ...report,
          fault: { what: 're-chained', seq: anchor.seq, id: broken, sinceSeq: anchoredSeq + 1 },
        };
      }
      anchoredSeq = Math.max(anchoredSeq, anchor.seq);
      report.anchors += 1;
    }
  }
  if (seq < head.seq || anchor) return { ...report, fault: { what: 'truncated', seq: seq + 1, id: null } };
  if (!previous.equals(head.hash))
    return { ...report, fault: { what: 're-chained', seq, id: null, sinceSeq: anchoredSeq + 1 } };
  return report;
}

async function findFault(
  db: Kysely<DB>,
  { previous, seq, headSeq, row }: { previous: Buffer; seq: number; headSeq: number; row: ChainEntry },
): Promise<AuditFault | undefined> {
  if (row.seq > seq) return { what: 'missing', seq, id: null };
  if (row.seq < seq || seq > headSeq) return { what: 'inserted', seq: row.seq, id: row.id };
  if (hashEntry(previous, seq, row).equals(row.hash)) return undefined;
  return { what: await nameFault(db, { previous, seq, row }), seq, id: row.id };
}

/** Whether the chain has what was anchored. Several workers may write a little out of order: then the row is behind us. */
async function holds(db: Kysely<DB>, anchor: Anchor, current: ChainEntry): Promise<boolean> {
  if (anchor.seq === current.seq) return anchor.hash === current.hash.toString('hex');
  for await (const row of readChain(db, anchor.seq - 1))
    return row.seq === anchor.seq && anchor.hash === row.hash.toString('hex');
  return false;
}
