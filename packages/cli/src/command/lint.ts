import { Problems } from '../problem/problem.ts';
import { renderProblems } from '../problem/render-problems.ts';
import { fillCountry, readDrafts, tellAssumedLanguage } from '../source/read-drafts.ts';
import { parseSourceArgs, type SourceArgs } from './options.ts';
import { count, type Out } from './out.ts';

/** `homeward lint FILE`: reads and checks, sends nothing. The exit code: 0 when there is no fault. */
export function lint(args: SourceArgs, out: Out): number {
  const options = parseSourceArgs(args, new Date());
  const problems = new Problems();
  const source = readDrafts(args.file, options, problems);
  if (source !== undefined) {
    tellAssumedLanguage(source, options.language, problems);
    const country = options.country ?? 'XX';
    const why =
      options.country === undefined
        ? '`sync` takes the country of your organisation'
        : `taken as ${options.country}`;
    fillCountry(source.drafts, country, why, problems);
  }
  const { faults, notices, all } = problems;
  const ready = source?.drafts.length ?? 0;
  const exitCode = faults.length > 0 ? 1 : 0;
  if (args.json) {
    const counts = {
      records: source?.records ?? 0,
      ready,
      skipped: source?.skipped ?? 0,
      faults: faults.length,
      notices: notices.length,
    };
    out.json({
      command: 'lint',
      file: args.file,
      format: source?.format ?? null,
      exitCode,
      counts,
      problems: all,
    });
    return exitCode;
  }
  if (all.length > 0) out.line(renderProblems(all, { all: args.all === true }));
  if (source !== undefined) out.line(saySource(source, ready));
  const verdict =
    faults.length === 0
      ? 'No faults'
      : `${count(faults.length, 'fault')}: the records above that have one would be left out`;
  out.line(`${verdict}${notices.length === 0 ? '' : `; ${count(notices.length, 'notice')}`}.`);
  return exitCode;
}

/** What was read, in one line. */
export function saySource(
  {
    format,
    records,
    skipped,
    closed,
  }: { format: string; records: number; skipped: number; closed: unknown[] },
  ready: number,
): string {
  const left = records - ready - skipped - closed.length;
  const parts = [
    `${ready} ready`,
    ...(left > 0 ? [`${left} left out`] : []),
    ...(skipped > 0 ? [`${skipped} skipped by the mapping`] : []),
    ...(closed.length > 0 ? [`${closed.length} no longer active`] : []),
  ];
  return `${format}: ${count(records, 'record')}, ${parts.join(', ')}.`;
}
