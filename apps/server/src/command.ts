import { CannotStart } from '@homeward/db/embedded';

/** What one process does. */
export interface Roles {
  api: boolean;
  portal: boolean;
  worker: boolean;
}

const commands: Record<string, Roles> = {
  '': { api: true, portal: true, worker: true },
  serve: { api: true, portal: true, worker: true },
  'serve api': { api: true, portal: false, worker: false },
  'serve portal': { api: false, portal: true, worker: false },
  work: { api: false, portal: false, worker: true },
};

/** Parses the words after the program's name. */
export function parseCommand(words: readonly string[]): Roles {
  const command = words.join(' ');
  const roles = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (roles) return roles;
  throw new CannotStart(
    `There is no command "${command}": use one of ${Object.keys(commands).filter(Boolean).join(', ')}.`,
  );
}
