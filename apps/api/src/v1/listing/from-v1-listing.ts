import type { UpsertListing } from '@homeward/contracts/listing';
import { Failure } from '@homeward/core/kernel';
import type { z } from 'zod';
import type { ListingInput } from './kinds.ts';
import { canonicalTag, toTexts } from './texts.ts';

/** What came through this door, in the shape of the use-case. */
export function fromV1Listing(externalId: string, body: ListingInput): z.input<typeof UpsertListing> {
  const { title: _title, description: _description, originalLanguage: _original, ...same } = body;
  const common = { ...same, externalId, texts: toTexts(body) };
  if ('job' in common) return { ...common, kind: 'job' };
  if ('course' in common) return { ...common, kind: 'course' };
  return { ...common, kind: 'service' };
}

/** A refusal by the use-case, pointing into what was sent here: `/texts/0/title` was `/title/th`. */
export function pointIntoV1(failure: Failure, body: ListingInput): Failure {
  const languages = toTexts(body).map(({ language }) => language);
  const issues = failure.issues.map((issue) => {
    const [, index, member] = /^\/texts\/(\d+)\/(title|description)/.exec(issue.pointer) ?? [];
    const tag = Object.keys(body.title).find((sent) => canonicalTag(sent) === languages[Number(index)]);
    return member === undefined || tag === undefined ? issue : { ...issue, pointer: `/${member}/${tag}` };
  });
  return new Failure(failure.code, failure.message, issues);
}
