// `npm test`. Runs on any Node >= 20 and without packages, so that it can bring both, and a browser.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringPackages, bringPortal } from './bootstrap.mjs';
import { findChromium, installChromium } from './find-chromium.mjs';
import { Advice, main, quietEnvironment, root, run, say } from './run.mjs';

await main(async () => {
  try {
    return await testAll();
  } catch (error) {
    // Whoever counts must not take a run that never began for one that passed.
    if (error instanceof Advice) process.stderr.write(`${error.message}\n`);
    else console.error(error);
    return report([{ passed: 0, failed: 1, skipped: 0 }]);
  }
});

async function testAll() {
  const count = (step) => `${step}/6 `;
  const node = await bringPackages(count);
  await bringPortal(node, count);
  const chromium = await bringChromium(count);

  const folder = mkdtempSync(path.join(tmpdir(), 'homeward-results-'));
  const env = { ...quietEnvironment, CHROMIUM_PATH: chromium, PATH: pathWith(node) };
  try {
    process.stdout.write(`${count(5)}vitest\n`);
    const unit = await runVitest(node, path.join(folder, 'vitest.json'), env);
    process.stdout.write(`${count(6)}playwright\n`);
    const browser = await runPlaywright(node, path.join(folder, 'playwright.json'), env);
    return report([unit, browser]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bringChromium(count) {
  let chromium = findChromium();
  await say(`${count(4)}Chromium`, chromium === undefined ? 'installing' : '', async () => {
    chromium ??= await installChromium();
    return chromium;
  });
  return chromium;
}

async function runVitest(node, file, env) {
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
  const { code } = await run([node, ...words, `--outputFile.json=${file}`], { env, show: true });
  return tally('vitest', code, file, (result) => ({
    passed: result.numPassedTests,
    failed: result.numFailedTests,
    skipped: result.numPendingTests + result.numTodoTests,
  }));
}

async function runPlaywright(node, file, env) {
  const words = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'];
  const { code } = await run([node, ...words], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    show: true,
  });
  return tally('playwright', code, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

/** A runner that fails without a failed test (it crashed, a file did not load, nothing ran) counts as one failure. */
function tally(name, code, file, read) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    process.stdout.write(`${name} wrote no results\n`);
  }
  const ranNothing = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (code !== 0 || ranNothing)) {
    process.stdout.write(`${name} ${ranNothing ? 'ran no test' : `failed (exit code ${code})`}\n`);
    counts.failed = 1;
  }
  return counts;
}

function report(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const failed = sum('failed');
  process.stdout.write(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`);
  return failed === 0 ? 0 : 1;
}

/** The Node that runs the tests first on PATH, for tests that start other programs. */
function pathWith(node) {
  return [path.dirname(node), path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter);
}
