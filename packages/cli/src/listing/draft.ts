import type { CourseDetails, JobDetails, ServiceBody } from '@homeward/sdk';
import type { Place } from '../problem/problem.ts';

export type Kind = 'service' | 'course' | 'job';
export const KINDS: readonly Kind[] = ['service', 'course', 'job'];

/** The body of any kind; `country` may still be unknown. */
export type Body = Omit<ServiceBody, 'country'> & {
  country?: string;
  course?: CourseDetails;
  job?: JobDetails;
};

/** A listing made from a record, with the way back to it. */
export interface Draft {
  kind: Kind;
  externalId: string;
  body: Body;
  /** Where the record stands. */
  place: Place;
  /** JSON Pointer into the body -> the place that it came from, as far as that is known. */
  sourceOf: (pointer: string) => Place | undefined;
}

/** A record that says of itself that it is over. */
export type Closed = Pick<Draft, 'kind' | 'externalId' | 'place'>;

/** What a file holds. */
export interface Source {
  /** What the file turned out to be, in words. */
  format: string;
  /** How many records it has. */
  records: number;
  drafts: Draft[];
  closed: Closed[];
  /** How many records its mapping's `skip` rules left out. */
  skipped: number;
}

/** Its title, for people. */
export function nameOf(draft: Draft): string {
  return Object.values(draft.body.title)[0] ?? draft.externalId;
}

/** The place that a pointer into the body came from: the nearest one known, else the record itself. */
export function placeOfPointer(draft: Draft, pointer: string): Place {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = draft.sourceOf(at);
    if (place !== undefined) return place;
  }
  return draft.place;
}
