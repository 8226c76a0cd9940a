// `npm run audit:verify`: walks the audit log's chain, holds the anchors against it, and names the first bad row.
import { type AuditFault, type AuditReport, verifyChain } from '@homeward/core/audit';
import { systemClock } from '@homeward/core/kernel';
import { openDatabase } from '@homeward/db';
import { CannotStart } from '@homeward/db/embedded';
import { anchorFile } from './audit/anchor-file.ts';
import { findAuditor } from './database/find-auditor.ts';
import { readEnvironment } from './environment.ts';
import { createLog } from './log.ts';

const log = createLog((line) => process.stderr.write(line), systemClock.now);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Answers the exit code: 0 only for a chain that is as it was written. */
async function main(): Promise<number> {
  await using closing = new AsyncDisposableStack();
  try {
    const settings = readEnvironment();
    const { login, stop } = await findAuditor(settings);
    closing.defer(stop);
    // A long log takes its time: no limit but the operator's patience.
    const db = openDatabase({
      ...login,
      max: 1,
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    });
    closing.defer(() => db.destroy());
    const anchors = anchorFile(settings.auditAnchor, (line) =>
      say(`line ${line} of ${settings.auditAnchor} can't be read and was passed over`),
    );
    return tell(await verifyChain(db, anchors), settings.auditAnchor);
  } catch (error) {
    if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`);
    else log({ level: 'error', event: 'audit.verify', error });
    return 1;
  }
}

function tell({ entries, anchors, fault }: AuditReport, file: string): number {
  if (fault) {
    say(`The audit log is not as it was written. ${explain(fault)}`);
    say(`Before it, ${entries} rows and ${anchors} anchors are as they should be.`);
    return 1;
  }
  say(`The audit log is whole: ${entries} rows, ${anchors} anchors hold.`);
  if (anchors === 0 && entries > 0) {
    say(
      `No anchor was found in ${file}: that nothing was cut off or written again can't be seen without one.`,
    );
  }
  return 0;
}

function explain({ what, seq, id, sinceSeq }: AuditFault): string {
  const row = id === null ? `Row ${seq}` : `Row ${seq} (id ${id})`;
  switch (what) {
    case 'changed':
      return `${row} was changed.`;
    case 'missing':
      return `${row} is missing.`;
    case 'out-of-order':
      return `${row} stands where another row belongs.`;
    case 'inserted':
      return `${row} was put in.`;
    case 'truncated':
      return `${row} and what came after it were cut off.`;
    case 're-chained':
      return `${row} does not carry what was anchored: a row from ${sinceSeq} to ${seq} was changed and the rest chained again.`;
  }
}

process.exit(await main());
