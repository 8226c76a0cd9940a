// Run as a process of its own by tests: makes an account, asks to be erased at once, and kills itself with -9 between the
// destruction of the key and the deletion of the rows.
import { createAccount } from '@homeward/core/account';
import { requestErasure } from '@homeward/core/erasure';
import { systemClock, VISITOR } from '@homeward/core/kernel';
import { authenticate } from '@homeward/core/session';
import { readEnvironment } from '../src/environment.ts';
import { createLog } from '../src/log.ts';
import { openContext } from '../src/open-context.ts';

await using closing = new AsyncDisposableStack();
const log = createLog((line) => process.stderr.write(line), systemClock.now);
const open = await openContext({ settings: readEnvironment(), closing, say: () => {}, log });
const { keys } = open.ports;
const destroy: typeof keys.destroy = async (erasure) => {
  await keys.destroy(erasure);
  process.kill(process.pid, 'SIGKILL');
  return erasure.erasedAt;
};
const context = { ...open, ports: { ...open.ports, keys: { ...keys, destroy } }, actor: VISITOR };
const { cookie } = await createAccount(context, { passphrase: 'a passphrase for the test' });
const actor = await authenticate(context, cookie.split(';')[0]);
await requestErasure({ ...context, actor }, { waitDays: 0 });
