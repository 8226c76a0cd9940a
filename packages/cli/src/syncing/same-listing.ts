import type { Course, Job, Service } from '@homeward/sdk';
import type { Body } from '../listing/draft.ts';

export type Existing = Service | Course | Job;

/** Whether a body says what stands on the portal already; then it need not be sent. When in doubt: no. */
export function isSame(body: Body, existing: Existing): boolean {
  if (existing.status === 'withdrawn') return false;
  const { id: _, externalId: _e, status: _s, url: _u, createdAt: _c, updatedAt: _d, ...standing } = existing;
  return canonical(withDefaults(body)) === canonical(withDefaults(standing as Body));
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
