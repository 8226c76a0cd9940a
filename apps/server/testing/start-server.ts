import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const main = path.resolve(import.meta.dirname, '../src/main.ts');

export interface ServerOptions {
  dataFolder: string;
  /** Words after the program's name, such as `['serve', 'api']`. */
  command?: string[];
  env?: Record<string, string>;
}

/** A real server, in a process group of its own. */
export interface StartedServer {
  /** Empty for a worker, which listens nowhere. */
  url: string;
  pid: number;
  /** What it wrote until now: both streams. */
  output(): string;
  /** Settles with the exit code. */
  ended: Promise<number | null>;
  /** Asks it to stop, and waits until it has. Answers the exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
  /** kill -9 of everything: the server, what it started, and the PostgreSQL. */
  kill(): Promise<void>;
}

/** Starts the real server on a free port and waits until it is ready. Throws with its output when it ends before. */
export async function startServer(options: ServerOptions): Promise<StartedServer> {
  const { child, output, ended } = spawnServer(options);
  const ready = Promise.withResolvers<string>();
  child.stdout?.on('data', () => {
    const found = /Homeward is (?:working|ready on (\S+))/.exec(output());
    if (found) ready.resolve(found[1] ?? '');
  });
  ended.then((code) => ready.reject(new Error(`the server ended with code ${code}:\n${output()}`)));
  const url = await ready.promise;
  const { pid } = child;
  if (pid === undefined) throw new Error('the server has no process id');
  return {
    url,
    pid,
    output,
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
    kill: async () => {
      const postgres = postgresOf(options.dataFolder);
      process.kill(-pid, 'SIGKILL');
      if (postgres !== undefined) process.kill(-postgres, 'SIGKILL');
      await ended;
    },
  };
}

/** Runs the server to its end, for starts that are refused. */
export async function runServer(options: ServerOptions): Promise<{ code: number | null; output: string }> {
  const { output, ended } = spawnServer(options);
  return { code: await ended, output: output() };
}

/** The embedded PostgreSQL's process id, which is its process group's too. */
export function postgresOf(dataFolder: string): number | undefined {
  try {
    return Number(
      readFileSync(path.join(dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
    );
  } catch {
    return undefined;
  }
}

function spawnServer({ dataFolder, command = ['serve'], env = {} }: ServerOptions): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [main, ...command], {
    detached: true,
    env: { PATH: process.env.PATH, HOMEWARD_DATA: dataFolder, PORT: '0', HOMEWARD_DEMO: '0', ...env },
    // The channel closes when the test's process dies; then the server stops too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => text, ended };
}
