import { nameOf, placeOfPointer } from '../listing/draft.ts';
import type { Problems } from '../problem/problem.ts';
import type { SyncResult } from './sync-listings.ts';

/** What the portal refused, at the file, line and column that it came from. */
export function tellRefusals(results: SyncResult[], problems: Problems): void {
  for (const { draft, outcome, error } of results) {
    if (outcome !== 'refused' || error === undefined) continue;
    const record = 'body' in draft ? nameOf(draft) : draft.externalId;
    const issues = error.issues.length > 0 ? error.issues : [{ pointer: '', message: error.message }];
    for (const { pointer, message } of issues) {
      const place = 'body' in draft ? placeOfPointer(draft, pointer) : draft.place;
      const member = pointer === '' ? '' : ` (${pointer})`;
      problems.fault({
        code: 'refused',
        ...place,
        record,
        message: `the portal refuses it${member}: ${message}`,
        advice: `Correct it and sync again (request ${error.requestId ?? 'unknown'}).`,
      });
    }
  }
}
