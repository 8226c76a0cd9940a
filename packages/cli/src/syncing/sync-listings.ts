import {
  ApiError,
  AuthenticationError,
  type Homeward,
  HomewardError,
  PermissionError,
  RateLimitError,
} from '@homeward/sdk';
import type { Closed, Draft, Kind } from '../listing/draft.ts';
import { type Existing, isSame, isSameListing } from './same-listing.ts';

export const OUTCOMES = ['created', 'changed', 'unchanged', 'withdrawn', 'refused', 'not-sent'] as const;
type Outcome = (typeof OUTCOMES)[number];

export interface SyncResult {
  draft: Draft | Closed;
  outcome: Outcome;
  /** Why the portal refused it. */
  error?: ApiError;
  url?: string;
}

export interface SyncOptions {
  concurrency: number;
  dryRun: boolean;
  /** Fired by Ctrl-C: nothing new is begun, and what is under way is given up. */
  signal: AbortSignal;
  onResult: (result: SyncResult) => void;
}

export interface SyncReport {
  results: SyncResult[];
  /** What ended it early, such as a key that is not accepted; undefined when it came to its end. */
  stoppedBy: HomewardError | undefined;
}

/** How many requests in a row may find no server before the rest is given up. */
const LOST_CONNECTIONS = 3;
/** A longer wait than this, asked for by the server, ends the sync; running it again goes on. */
const LONGEST_PAUSE_MS = 120_000;

/**
 * Makes the portal say what the drafts say. First reads what stands there, then sends only what differs, each by its
 * own id, so that a run can be repeated or broken off at any point without doubles.
 */
export async function syncListings(
  homeward: Homeward,
  drafts: Draft[],
  closed: Closed[],
  options: SyncOptions,
): Promise<SyncReport> {
  const { dryRun, signal } = options;
  const results: SyncResult[] = [];
  let stoppedBy: HomewardError | undefined;
  let lost = 0;
  let pause: Promise<void> = Promise.resolve();
  const tell = (result: SyncResult) => {
    results.push(result);
    options.onResult(result);
  };

  const standing = await readStanding(homeward, [...drafts, ...closed], signal);
  const work: (() => Promise<void>)[] = [];
  for (const draft of drafts) {
    const existing = standing.get(keyOf(draft));
    if (existing !== undefined && isSame(draft.body, existing)) tell({ draft, outcome: 'unchanged' });
    else if (dryRun) tell({ draft, outcome: existing === undefined ? 'created' : 'changed' });
    else work.push(() => attempt(draft, () => send(draft, existing)));
  }
  for (const one of closed) {
    if (standing.get(keyOf(one))?.status !== 'published') continue;
    if (dryRun) tell({ draft: one, outcome: 'withdrawn' });
    else work.push(() => attempt(one, () => withdraw(one)));
  }

  const worker = async () => {
    for (let next = work.shift(); next !== undefined; next = work.shift()) await next();
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return { results, stoppedBy };

  async function attempt(draft: Draft | Closed, run: () => Promise<SyncResult>): Promise<void> {
    await pause;
    if (signal.aborted || stoppedBy !== undefined) return tell({ draft, outcome: 'not-sent' });
    try {
      tell(await run());
      lost = 0;
    } catch (error) {
      if (!(error instanceof HomewardError)) throw error;
      if (
        error instanceof RateLimitError &&
        error.retryAfterMs !== undefined &&
        error.retryAfterMs <= LONGEST_PAUSE_MS
      ) {
        pause = sleep(error.retryAfterMs, signal);
        work.unshift(() => attempt(draft, run));
        return undefined;
      }
      const isRefusal =
        error instanceof ApiError && error.status < 500 && ![401, 403, 429].includes(error.status);
      if (isRefusal) return tell({ draft, outcome: 'refused', error });
      lost++;
      const isHopeless =
        error instanceof AuthenticationError ||
        error instanceof PermissionError ||
        error instanceof RateLimitError;
      if (!signal.aborted && (isHopeless || lost >= LOST_CONNECTIONS)) stoppedBy ??= error;
      tell({ draft, outcome: 'not-sent', ...(error instanceof ApiError ? { error } : {}) });
    }
    return undefined;
  }

  async function send(draft: Draft, existing: Existing | undefined): Promise<SyncResult> {
    const { data } = await upsert(homeward, draft, signal);
    const outcome =
      existing === undefined ? 'created' : isSameListing(existing, data) ? 'unchanged' : 'changed';
    return { draft, outcome, url: data.url };
  }

  async function withdraw(one: Closed): Promise<SyncResult> {
    await resourceOf(homeward, one.kind).withdraw(one.externalId, { signal });
    return { draft: one, outcome: 'withdrawn' };
  }
}

/** What stands on the portal now, of the kinds that are to be sent. */
async function readStanding(
  homeward: Homeward,
  drafts: Pick<Draft, 'kind' | 'externalId'>[],
  signal: AbortSignal,
): Promise<Map<string, Existing>> {
  const standing = new Map<string, Existing>();
  for (const kind of new Set(drafts.map((draft) => draft.kind))) {
    for await (const listing of resourceOf(homeward, kind).list({ limit: 200 }, { signal })) {
      standing.set(keyOf({ kind, externalId: listing.externalId }), listing);
    }
  }
  return standing;
}

function keyOf({ kind, externalId }: Pick<Draft, 'kind' | 'externalId'>): string {
  return `${kind} ${externalId.normalize('NFC')}`;
}

function upsert(homeward: Homeward, { kind, externalId, body }: Draft, signal: AbortSignal) {
  // `checkDrafts` and `fillCountry` have seen to it that each body is whole for its kind
  const whole = body as Parameters<Homeward['jobs']['upsert']>[1];
  return resourceOf(homeward, kind).upsert(externalId, whole, { signal }).withResponse();
}

function resourceOf(homeward: Homeward, kind: Kind): Homeward['jobs'] {
  // the three differ in their bodies only
  return { service: homeward.services, course: homeward.courses, job: homeward.jobs }[
    kind
  ] as Homeward['jobs'];
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
