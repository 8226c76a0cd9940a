// `npm run admin -- …`: what an operator does by hand. Works beside a running server, or without one.
import { Failure, SYSTEM, systemClock } from '@homeward/core/kernel';
import { CannotStart } from '@homeward/db/embedded';
import { readAdminCommand } from './admin/read-command.ts';
import { joinDatabase } from './database/find-database.ts';
import { readEnvironment } from './environment.ts';
import { createLog } from './log.ts';
import { openContext } from './open-context.ts';
import { quietConsole } from './quiet-console.ts';

const log = createLog((line) => process.stderr.write(line), systemClock.now);

async function main(): Promise<number> {
  quietConsole(log);
  await using closing = new AsyncDisposableStack();
  try {
    const run = readAdminCommand(process.argv.slice(2));
    const settings = readEnvironment();
    const context = await openContext({ settings, closing, say: () => {}, log, find: joinDatabase });
    for (const line of await run({ ...context, actor: SYSTEM })) process.stdout.write(`${line}\n`);
    return 0;
  } catch (error) {
    if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`);
    else if (error instanceof Failure) process.stderr.write(`${explain(error)}\n`);
    else log({ level: 'error', event: 'admin', error });
    return 1;
  }
}

function explain({ message, issues }: Failure): string {
  return [message, ...issues.map((issue) => `  ${issue.pointer}: ${issue.message}`)].join('\n');
}

process.exit(await main());
