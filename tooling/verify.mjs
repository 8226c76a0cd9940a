// `npm run verify`: what can be said about the code without running it. No database, under a minute.
import path from 'node:path';
import { bringPackages } from './bootstrap.mjs';
import { findDeadCitations } from './find-dead-citations.mjs';
import { main, quietEnvironment, root, run } from './run.mjs';

const bin = (name) => path.join(root, 'node_modules/.bin', name);

const checks = {
  'format, lint, walls': () => run([bin('biome'), 'ci', '--colors=off', '--diagnostic-level=warn', '.']),
  types: (env) =>
    run(
      [bin('turbo'), 'run', 'typecheck', '--continue', '--output-logs=errors-only', '--log-order=grouped'],
      { env },
    ),
  'dead code': (env) => run([bin('knip'), '--no-progress'], { env }),
  workspaces: () => run([bin('sherif')]),
  documents: async () => {
    const dead = findDeadCitations(root);
    return { code: dead.length === 0 ? 0 : 1, output: dead.join('\n') };
  },
};

await main(async () => {
  const node = await bringPackages(() => '');
  const env = { ...quietEnvironment, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) };
  const outcomes = await Promise.all(
    Object.entries(checks).map(([name, check]) => report(name, () => check(env))),
  );
  return outcomes.every(Boolean) ? 0 : 1;
});

async function report(name, check) {
  const since = performance.now();
  const { code, output } = await check();
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  process.stdout.write(`${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  return code === 0;
}
