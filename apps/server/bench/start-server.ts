import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = path.resolve(import.meta.dirname, '../src/main.ts');

/** The real server, as a process of its own on a data folder of its own. */
export interface RunningServer {
  origin: string;
  dataFolder: string;
  stop(): Promise<void>;
}

/** Starts `main.ts serve …` and waits until it says that it is ready. `stop` ends it and throws its data away. */
export async function startServer(
  role: string[] = [],
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'homeward-bench-'));
  const child = spawn(process.execPath, [MAIN, 'serve', ...role], {
    env: { ...process.env, HOMEWARD_DATA: dataFolder, HOMEWARD_DEMO: '0', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(dataFolder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const port = line.match(/ready on http:\/\/localhost:(\d+)/)?.[1];
    if (port !== undefined) return { origin: `http://127.0.0.1:${port}`, dataFolder, stop };
  }
  await stop();
  throw new Error('the server ended before it was ready');
}
