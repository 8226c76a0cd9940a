import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/homeward.mjs', import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the CLI as its own process. `onStderr` sees what it says while it runs. */
export function runCli(
  words: string[],
  env: Record<string, string> = {},
  onStderr: (text: string, interrupt: () => void) => void = () => {},
): Promise<Ran> {
  const child = spawn(process.execPath, [launcher, ...words], {
    // nothing of the machine's own settings
    env,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    onStderr(stderr, () => child.kill('SIGINT'));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
