import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What may be said of an error: what kind it is, and where in the code it arose. Never what it says. */
export interface PresentedError {
  name: string;
  code?: string;
  at: string[];
  cause?: PresentedError;
  /** The first of those that an AggregateError gathers. */
  errors?: PresentedError[];
}

const DEEPEST = 3;
const MOST_FRAMES = 12;
const MOST_ERRORS = 3;

/** Undefined for undefined. Throws nothing, whatever was thrown. */
export function presentError(error: unknown, depth = 0): PresentedError | undefined {
  if (error === undefined || depth > DEEPEST) return undefined;
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  try {
    const cause = presentError(error.cause, depth + 1);
    const code = 'code' in error ? error.code : undefined;
    return {
      name: isWord(error.name) ? error.name : 'Error',
      ...(isWord(code) && { code }),
      at: framesOf(error),
      ...(cause && { cause }),
      ...(error instanceof AggregateError && { errors: presentAll(error.errors, depth + 1) }),
    };
  } catch {
    // A member of it threw: an error that is not ours to read.
    return { name: 'unreadable', at: [] };
  }
}

const presentAll = (errors: unknown[], depth: number): PresentedError[] =>
  errors.slice(0, MOST_ERRORS).flatMap((error) => presentError(error, depth) ?? []);

/** The names and codes of Node, PostgreSQL and ours; a sentence is none. */
const isWord = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Za-z0-9_-]{1,50}$/.test(text);

/**
 * The places of a stack. It begins with the message, whose lines may look like places: only what names a file that
 * there is, or a module of Node's, is one, and only the place is taken of it.
 */
function framesOf(error: Error): string[] {
  const lines = String(error.stack ?? '').split('\n');
  return lines.flatMap((line) => placeOf(line) ?? []).slice(-MOST_FRAMES);
}

function placeOf(line: string): string | undefined {
  const [, file = '', place = ''] = /^ {4}at (?:.{0,200}\()?([^()]{1,400}?)(:\d+:\d+)\)?$/.exec(line) ?? [];
  return isBuiltin(file) || isFile(file) ? `${file}${place}` : undefined;
}

function isFile(file: string): boolean {
  if (!file.startsWith('/') && !file.startsWith('file:///')) return false;
  try {
    return existsSync(file.startsWith('file:') ? fileURLToPath(file) : file);
  } catch {
    return false;
  }
}
