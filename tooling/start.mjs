// `npm start`. Runs on any Node >= 20 and without packages, so that it can bring both.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { bringPackages, bringPortal } from './bootstrap.mjs';
import { main, quietEnvironment, root } from './run.mjs';
import { watchNpm } from './watch-npm.mjs';

await main(async () => {
  const count = (step) => `${step}/4 `;
  const node = await bringPackages(count);
  await bringPortal(node, count);
  process.stdout.write(`${count(4)}server: starting\n`);
  return serve(node);
});

/** Becomes, as nearly as Node can, the server: the same signals, the same end. */
function serve(node) {
  const words = [path.join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)];
  // The channel to the server closes when this process dies, however it dies; then the server stops too.
  const child = spawn(node, words, {
    env: quietEnvironment,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? code : 1));
  });
}
