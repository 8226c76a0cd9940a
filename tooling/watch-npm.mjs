import { readFileSync } from 'node:fs';

/**
 * Calls back once when the npm that started this process has died without a word (kill -9): what runs on would
 * hold the data folder. Does nothing where npm did not start it, or where the system does not tell.
 */
export function watchNpm(whenGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  // npm runs scripts through a shell, which stays in between (dash) or becomes the script (bash).
  const isShell = !read(`/proc/${parent}/comm`).startsWith('npm');
  const ancestors = () => (isShell ? `${process.ppid} ${parentOf(parent)}` : `${process.ppid}`);
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    whenGone();
  }, 1000);
  timer.unref();
}

function parentOf(pid) {
  // "pid (name) state ppid …": the name may hold anything, also brackets.
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
