import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What every tool started from here gets: telemetry off, wherever it is asked. */
export const quietEnvironment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
};

/** Something the reader has to do; its message is one line and the whole output. */
export class Advice extends Error {}

/**
 * Runs a command to its end in the repository, or throws.
 * @param {string[]} words
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` passes the output through.
 * @returns {Promise<{ code: number, output: string }>} both streams in one when not shown
 */
export function run([command, ...rest], { cwd = root, env = quietEnvironment, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, rest, { cwd, env, stdio });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Says on one line that a step runs, then how it went.
 * @param {string} name
 * @param {string} doing what takes the time; an empty string when nothing is to be done
 * @param {() => Promise<string>} step answers how it went
 */
export async function say(name, doing, step) {
  const since = performance.now();
  process.stdout.write(`${name}: ${doing === '' ? '' : `${doing} … `}`);
  let outcome;
  try {
    outcome = await step();
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
  const seconds = (performance.now() - since) / 1000;
  process.stdout.write(`${outcome}${seconds < 1 ? '' : ` (${seconds.toFixed(0)} s)`}\n`);
}

/** Runs the program; advice becomes a line and exit code 1. */
export async function main(program) {
  try {
    process.exitCode = await program();
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
