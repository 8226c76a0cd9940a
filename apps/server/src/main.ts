// The composition root. `main.ts [serve [api | portal] | work]`
import { systemClock } from '@homeward/core/kernel';
import { CannotStart } from '@homeward/db/embedded';
import { parseCommand } from './command.ts';
import { readEnvironment } from './environment.ts';
import { createLog } from './log.ts';
import { logStrays } from './log-strays.ts';
import { quietConsole } from './quiet-console.ts';
import { serve } from './serve.ts';
import { listenForStop } from './until-stopped.ts';

const log = createLog((line) => process.stderr.write(line), systemClock.now);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Answers the exit code. */
async function main(): Promise<number> {
  const stopping = listenForStop();
  logStrays(log);
  quietConsole(log);
  await using closing = new AsyncDisposableStack();
  try {
    const settings = readEnvironment();
    const roles = parseCommand(process.argv.slice(2));
    const { broken } = await serve({ settings, roles, log, say, closing });
    const failure = await Promise.race([stopping.asked, broken]);
    if (failure === undefined || stopping.isAsked()) return 0;
    process.stderr.write(`${failure}\n`);
    return 1;
  } catch (error) {
    if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`);
    else log({ level: 'error', event: 'start', error });
    return 1;
  }
}

// What is left open after an orderly stop (a connection of a library) must not hold the process.
process.exit(await main());
