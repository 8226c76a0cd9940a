import { KINDS, type Kind } from '../listing/draft.ts';
import type { OpenOptions } from '../source/open-source.ts';
import { parseCountry } from '../source/read-drafts.ts';
import { languageTag } from '../tidy/language.ts';

/** A mistake in how the command was called. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The arguments that `lint` and `sync` share. */
export const sourceArgs = {
  file: { type: 'positional', description: 'A file, or a folder of files', required: true },
  map: { type: 'string', valueHint: 'MAPPING.json', description: 'What the columns of a CSV mean' },
  kind: { type: 'string', valueHint: 'service|course|job', description: 'For files that do not say it' },
  country: { type: 'string', valueHint: 'TH', description: 'For records that do not say it' },
  language: { type: 'string', valueHint: 'th', description: 'Of the texts, for files that do not say it' },
  json: { type: 'boolean', description: 'One JSON document on standard output, for programs' },
  all: { type: 'boolean', description: 'Show every notice, not the first few of each group' },
} as const;

export interface SourceArgs {
  file: string;
  map?: string | undefined;
  kind?: string | undefined;
  country?: string | undefined;
  language?: string | undefined;
  json?: boolean | undefined;
  all?: boolean | undefined;
}

/** The arguments, checked. */
export function parseSourceArgs(args: SourceArgs, now: Date): OpenOptions & { country: string | undefined } {
  const country = args.country === undefined ? undefined : parseCountry(args.country);
  if (args.country !== undefined && country === undefined)
    throw new UsageError(`--country ${args.country} is no country; give its two letters, such as TH.`);
  const language = args.language === undefined ? undefined : languageTag(args.language);
  if (args.language !== undefined && language === undefined)
    throw new UsageError(`--language ${args.language} is no language; give its tag, such as th.`);
  return {
    kind: parseKind(args.kind),
    country,
    language,
    map: args.map,
    today: now.toISOString().slice(0, 10),
  };
}

function parseKind(text: string | undefined): Kind | undefined {
  const kind = KINDS.find((one) => one === text?.replace(/s$/, ''));
  if (text !== undefined && kind === undefined)
    throw new UsageError(`--kind ${text} is none of service, course, job.`);
  return kind;
}

/** citty takes any flag; a mistyped --dry-run must not become a real run. */
export function refuseUnknownFlags(
  rawArgs: string[],
  known: Record<string, { type: string; alias?: string }>,
): void {
  const end = rawArgs.indexOf('--');
  for (const [index, word] of rawArgs.entries()) {
    if (!word.startsWith('-') || word === '-' || (end !== -1 && index >= end)) continue;
    const name = word.replace(/^--?(no-)?/, '').replace(/=.*$/, '');
    const isKnown = Object.keys(known).some(
      (one) => one === name || one.replaceAll('-', '') === name.replaceAll('-', '').toLowerCase(),
    );
    if (!isKnown)
      throw new UsageError(`there is no option ${word.replace(/=.*$/, '')}. \`homeward --help\` shows them.`);
  }
  const positionals = positionalsOf(rawArgs, known);
  if (positionals.length > 1)
    throw new UsageError(`one file or folder at a time, please; got ${positionals.join(' and ')}.`);
}

function positionalsOf(rawArgs: string[], known: Record<string, { type: string }>): string[] {
  const found: string[] = [];
  for (let index = 0; index < rawArgs.length; index++) {
    const word = rawArgs[index] ?? '';
    if (word === '--') return [...found, ...rawArgs.slice(index + 1)];
    if (!word.startsWith('-')) found.push(word);
    else if (!word.includes('=') && known[word.replace(/^--/, '')]?.type === 'string') index++;
  }
  return found;
}
