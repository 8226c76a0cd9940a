// `npm run keys:rotate`: a new master key for everybody's keys. Works beside running servers, or without one.
import { systemClock } from '@homeward/core/kernel';
import { type RotationStep, rotateMasterKey } from '@homeward/core/vault';
import { CannotStart } from '@homeward/db/embedded';
import { joinDatabase } from './database/find-database.ts';
import { readEnvironment } from './environment.ts';
import { createLog } from './log.ts';
import { masterKeysFile } from './master-keys-file.ts';
import { openContext } from './open-context.ts';
import { quietConsole } from './quiet-console.ts';

const log = createLog((line) => process.stderr.write(line), systemClock.now);

const LINES: Partial<Record<RotationStep, string>> = {
  written: 'a new master key is made',
  named: 'new keys are wrapped with it',
  'all-rewrapped': 'all keys are wrapped with it',
  removed: 'the old master key is gone from the file',
};

async function main(): Promise<number> {
  quietConsole(log);
  await using closing = new AsyncDisposableStack();
  try {
    const onlyMake = readWords(process.argv.slice(2));
    const settings = readEnvironment();
    const { ports, clock, random } = await openContext({
      settings,
      closing,
      say: () => {},
      log,
      find: joinDatabase,
    });
    const place = masterKeysFile(settings);
    const report = (step: RotationStep) => {
      const line = LINES[step];
      if (line !== undefined) process.stdout.write(`${line}\n`);
    };
    await rotateMasterKey({ ...ports, place, clock, random, report, onlyMake });
    process.stdout.write(
      onlyMake
        ? `Bring ${place.file} to every server, then run this again without "make".\n`
        : `Back up ${place.file} now, apart from the databases: the old one opens nothing any more.\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`);
    else log({ level: 'error', event: 'keys.rotate', error });
    return 1;
  }
}

/** Whether only the key is to be made, for several servers that each have a file. */
function readWords(words: readonly string[]): boolean {
  if (words.length === 0) return false;
  if (words.length === 1 && words[0] === 'make') return true;
  throw new CannotStart('Say it like this: npm run keys:rotate, or npm run keys:rotate -- make');
}

process.exit(await main());
