import { AbortedError, ApiError, Homeward, HomewardError } from '@homeward/sdk';
import type { Source } from '../listing/draft.ts';
import { Problems } from '../problem/problem.ts';
import { renderProblems } from '../problem/render-problems.ts';
import { fillCountry, readDrafts, tellAssumedLanguage } from '../source/read-drafts.ts';
import { OUTCOMES, type SyncReport, type SyncResult, syncListings } from '../syncing/sync-listings.ts';
import { tellRefusals } from '../syncing/tell-refusals.ts';
import { saySource } from './lint.ts';
import { parseSourceArgs, type SourceArgs, UsageError } from './options.ts';
import { count, type Out } from './out.ts';
import { startProgress } from './progress.ts';

export interface SyncArgs extends SourceArgs {
  apiKey?: string | undefined;
  baseUrl?: string | undefined;
  concurrency?: string | undefined;
  dryRun?: boolean | undefined;
}

/** The exit code after Ctrl-C, as shells have it. */
const INTERRUPTED = 130;

/** `homeward sync FILE`: makes the portal say what the file says. The exit code: 0 when all of it is there. */
export async function sync(args: SyncArgs, out: Out, signal: AbortSignal): Promise<number> {
  const options = parseSourceArgs(args, new Date());
  const concurrency = Number(args.concurrency ?? 4);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32)
    throw new UsageError('--concurrency is a number from 1 to 32.');
  if (!(args.apiKey ?? process.env.HOMEWARD_API_KEY)) {
    throw new UsageError('no API key. Set HOMEWARD_API_KEY, or give --api-key.');
  }
  if (!(args.baseUrl ?? process.env.HOMEWARD_BASE_URL)) {
    throw new UsageError('no portal. Set HOMEWARD_BASE_URL, or give --base-url https://….');
  }
  const problems = new Problems();
  const source = readDrafts(args.file, options, problems);
  if (source === undefined) return report(args, out, { problems, source, results: [], stop: undefined });
  tellAssumedLanguage(source, options.language, problems);

  const homeward = new Homeward({ apiKey: args.apiKey, baseUrl: args.baseUrl });
  try {
    // asked first: a key that is not accepted is told before anything is sent
    const { name, country } = await homeward.organisation.get({ signal });
    const taken = options.country ?? country;
    const drafts = fillCountry(
      source.drafts,
      taken,
      `taken as ${taken}${options.country === undefined ? ', where your organisation is' : ''}`,
      problems,
    );
    if (!args.json)
      out.terminal.write(
        `${args.dryRun ? 'Comparing' : 'Syncing'} ${count(drafts.length, 'listing')} as ${name}\n`,
      );
    const progress = startProgress(out.terminal, drafts.length, args.json === true);
    let done: SyncReport;
    try {
      done = await syncListings(homeward, drafts, source.closed, {
        concurrency,
        dryRun: args.dryRun === true,
        signal,
        onResult: () => progress.advance(),
      });
    } finally {
      progress.end();
    }
    tellRefusals(done.results, problems);
    return report(args, out, {
      problems,
      source,
      results: done.results,
      stop: signal.aborted ? 'Stopped by you' : sayError(done.stoppedBy),
    });
  } catch (error) {
    if (!(error instanceof HomewardError)) throw error;
    return report(args, out, {
      problems,
      source,
      results: [],
      stop: error instanceof AbortedError ? 'Stopped by you' : sayError(error),
    });
  }
}

interface Told {
  problems: Problems;
  source: Source | undefined;
  results: SyncResult[];
  stop: string | undefined;
}

function report(args: SyncArgs, out: Out, { problems, source, results, stop }: Told): number {
  const counts = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, results.filter((result) => result.outcome === outcome).length]),
  );
  const { faults, notices, all } = problems;
  const unsent = counts['not-sent'] ?? 0;
  const exitCode =
    stop === 'Stopped by you' ? INTERRUPTED : faults.length > 0 || stop !== undefined || unsent > 0 ? 1 : 0;
  if (args.json) {
    out.json({
      command: 'sync',
      file: args.file,
      format: source?.format ?? null,
      dryRun: args.dryRun === true,
      exitCode,
      stop: stop ?? null,
      counts: {
        records: source?.records ?? 0,
        skipped: source?.skipped ?? 0,
        ...counts,
        faults: faults.length,
        notices: notices.length,
      },
      results: results.map(({ draft, outcome, url }) => ({
        kind: draft.kind,
        externalId: draft.externalId,
        outcome,
        url: url ?? null,
      })),
      problems: all,
    });
    return exitCode;
  }
  if (all.length > 0) out.line(renderProblems(all, { all: args.all === true }));
  if (source !== undefined) out.line(saySource(source, source.drafts.length));
  const shown = OUTCOMES.filter(
    (outcome) => (counts[outcome] ?? 0) > 0 || ['created', 'changed', 'unchanged'].includes(outcome),
  );
  const said = shown.map((outcome) => `${counts[outcome]} ${outcome.replace('-', ' ')}`).join(', ');
  if (results.length > 0)
    out.line(`${args.dryRun ? 'A dry run, nothing was sent. It would be: ' : ''}${said}.`);
  if (stop !== undefined) out.line(`${stop}. Nothing is half-written; run the same command again to go on.`);
  else if (unsent > 0)
    out.line(`${count(unsent, 'listing')} did not reach the portal; run the same command again to go on.`);
  if (source === undefined) out.line('Nothing was read, and nothing was sent.');
  else if (faults.length > 0)
    out.line(`${count(faults.length, 'fault')}: the records above that have one are not published.`);
  return exitCode;
}

function sayError(error: HomewardError | undefined): string | undefined {
  if (error === undefined) return undefined;
  const advice =
    error instanceof ApiError && error.status === 401
      ? ' (is it the right API key?)'
      : error instanceof ApiError && error.status === 403
        ? ' (the key needs the scopes listings:read and listings:write)'
        : '';
  const id = error instanceof ApiError && error.requestId !== undefined ? `, request ${error.requestId}` : '';
  return `Stopped: ${error.message.replace(/\.$/, '')}${advice}${id}`;
}
