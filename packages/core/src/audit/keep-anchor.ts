import { type Context, inTransaction, SYSTEM, toInstant } from '../kernel/index.ts';
import type { AuditAnchors } from './audit-anchors.ts';
import { readHead } from './read-chain.ts';

/** Keeps where the chain ends now, unless nothing was added since `lastSeq`. Answers the number that is anchored. */
export async function keepAnchor(
  context: Omit<Context, 'actor'>,
  anchors: AuditAnchors,
  lastSeq: number,
): Promise<number> {
  const head = await inTransaction({ ...context, actor: SYSTEM }, 'read only', ({ db }) => readHead(db));
  if (head.seq === lastSeq) return lastSeq;
  await anchors.append({
    seq: head.seq,
    hash: head.hash.toString('hex'),
    at: toInstant(context.clock.now()),
  });
  return head.seq;
}
