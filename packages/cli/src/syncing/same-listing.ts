import type { Course, Job, Service } from '@homeward/sdk';
import type { Body } from '../listing/draft.ts';

export type Existing = Service | Course | Job;

/** Whether a body says what stands on the portal already; then it need not be sent. When in doubt: no. */
export function isSame(body: Body, existing: Existing): boolean {
  return existing.status !== 'withdrawn' && canonical(withDefaults(body)) === canonical(standingOf(existing));
}

/** Whether a write left the listing as it was. Not by its dates: two writes may fall into one second. */
export function isSameListing(before: Existing, after: Existing): boolean {
  return before.status === after.status && canonical(standingOf(before)) === canonical(standingOf(after));
}

/** The part of a listing that a body says. */
function standingOf(existing: Existing) {
  const { id: _, externalId: _e, status: _s, url: _u, createdAt: _c, updatedAt: _d, ...standing } = existing;
  return withDefaults(standing as Body);
}

function withDefaults(body: Body) {
  const sets = {
    topics: [...new Set(body.topics ?? [])].toSorted(),
    languages: [...new Set(body.languages ?? [])].toSorted(),
    delivery: [...new Set(body.delivery ?? [])].toSorted(),
  };
  const cost = body.cost ?? { kind: 'unknown' };
  const papers = body.papers ?? { kind: 'unknown' };
  const originalLanguage = body.originalLanguage ?? Object.keys(body.title)[0];
  return {
    ...body,
    ...sets,
    cost,
    papers,
    originalLanguage,
    contact: body.contact ?? {},
    course: body.course ?? {},
  };
}

/** JSON with the members of every object in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
