// Run as a process of its own by tests: rotates the master key and kills itself with -9 right after the step that is named.
import { systemClock } from '@homeward/core/kernel';
import { rotateMasterKey } from '@homeward/core/vault';
import { readEnvironment } from '../src/environment.ts';
import { createLog } from '../src/log.ts';
import { masterKeysFile } from '../src/master-keys-file.ts';
import { openContext } from '../src/open-context.ts';

const [fatal] = process.argv.slice(2);
await using closing = new AsyncDisposableStack();
const log = createLog((line) => process.stderr.write(line), systemClock.now);
const settings = readEnvironment();
const { ports, clock, random } = await openContext({ settings, closing, say: () => {}, log });
await rotateMasterKey({
  ...ports,
  place: masterKeysFile(settings),
  clock,
  random,
  report: (step) => {
    if (step === fatal) process.kill(process.pid, 'SIGKILL');
  },
});
await closing.disposeAsync();
process.exit(0);
