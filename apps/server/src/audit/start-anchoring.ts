import { keepAnchor } from '@homeward/core/audit';
import type { Log } from '../log.ts';
import type { OpenContext } from '../open-context.ts';
import { anchorFile } from './anchor-file.ts';

const minute = 60_000;

/** Anchors the audit log outside the database: now, every minute in which something was added, and at the stop. */
export async function startAnchoring(
  context: OpenContext,
  { file, closing, log }: { file: string; closing: AsyncDisposableStack; log: Log },
): Promise<void> {
  const anchors = anchorFile(file);
  let lastSeq = 0;
  const keep = async () => {
    try {
      lastSeq = await keepAnchor(context, anchors, lastSeq);
    } catch (error) {
      log({ level: 'error', event: 'audit.anchor', error });
    }
  };
  let keeping = keep();
  const timer = setInterval(() => {
    keeping = keeping.then(keep);
  }, minute);
  closing.defer(async () => {
    clearInterval(timer);
    await keeping.then(keep);
  });
  await keeping;
}
