import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { readPostmaster } from './postmaster.ts';
import { belongLikeItsFolder } from './private-folder.ts';
import type { RunAs } from './run-as.ts';

export interface Launch {
  cluster: string;
  postgres: string;
  runAs: RunAs;
  socketFolder: string;
  logFile: string;
  durable: boolean;
  log: (line: string) => void;
}

/** A PostgreSQL that accepts connections. */
export interface Launched {
  pid: number;
  /** Settles when the process has ended, however it came to. */
  ended: Promise<void>;
}

// The shell becomes PostgreSQL (same process id). Beside it stays a watcher whose standard input is a pipe from
// Node: when Node dies, even by kill -9, the pipe closes, and the watcher shuts PostgreSQL down in good order.
// It is forked twice, so that PostgreSQL does not find it among its own children.
const becomePostgres = `
cluster=$1 sockets=$2 pid=$$; shift 2
( (
  read -r _
  while kill -0 $pid 2>/dev/null; do
    if [ "$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null)" = "$pid" ]; then kill -INT $pid; fi
    sleep 1
  done
  rmdir "$sockets"
) <&3 >/dev/null 2>&1 & ) 3<&0
exec "$@" </dev/null`;

/** Starts PostgreSQL on the cluster and waits until it accepts connections, through a crash recovery if need be. */
export async function launchPostgres(launch: Launch): Promise<Launched> {
  // Backends of a killed PostgreSQL take a moment to notice, and until then hold its shared memory.
  const end = performance.now() + 15_000;
  for (;;) {
    const launched = await launchOnce(launch);
    if (launched) return launched;
    const said = lastFatalLine(launch.logFile);
    if (!/shared memory block|lock file/.test(said) || performance.now() > end) {
      throw new CannotStart(`PostgreSQL did not start: ${said} (its log is ${launch.logFile})`);
    }
    await delay(250);
  }
}

async function launchOnce(launch: Launch): Promise<Launched | undefined> {
  const words = [
    ...launch.runAs.prefix,
    'sh',
    '-c',
    becomePostgres,
    'sh',
    launch.cluster,
    launch.socketFolder,
  ];
  words.push(launch.postgres, '-D', launch.cluster);
  for (const [name, value] of Object.entries(settings(launch))) words.push('-c', `${name}=${value}`);
  const [command = 'sh', ...rest] = words;
  const logFd = await openLog(launch.logFile);
  // A session of its own: Ctrl-C reaches the whole process group, and PostgreSQL must stop last.
  const child = spawn(command, rest, { ...launch.runAs.ids, detached: true, stdio: ['pipe', logFd, logFd] });
  closeSync(logFd);
  // Writing never happens, but the pipe's end must not crash Node when PostgreSQL goes first.
  child.stdin?.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  ended.then(() => child.stdin?.destroy());
  const { pid } = child;
  if (pid === undefined) return undefined;

  let waitedSince = performance.now();
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = readPostmaster(launch.cluster);
    if (postmaster?.pid === pid && postmaster.ready) return { pid, ended };
    if (performance.now() - waitedSince > 10_000) {
      launch.log('PostgreSQL is still starting (after a crash it first repeats what it had promised)');
      waitedSince = performance.now();
    }
    await delay(20);
  }
  return undefined;
}

function settings({ socketFolder, durable }: Launch): Record<string, string> {
  const sync = durable ? 'on' : 'off';
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: durable ? '100' : '300',
    fsync: sync,
    synchronous_commit: sync,
    full_page_writes: sync,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // People's data must not reach a log: no statements, no parameters, no constraint details, no error texts.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
    log_checkpoints: 'off',
  };
}

async function openLog(file: string): Promise<number> {
  const oneMegabyte = 2 ** 20;
  if (existsSync(file) && statSync(file).size > oneMegabyte) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  await belongLikeItsFolder(file);
  return fd;
}

function lastFatalLine(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-20);
  return lines.findLast((line) => /FATAL|PANIC|unshare|cannot|error/i.test(line)) ?? lines.at(-1) ?? '';
}
