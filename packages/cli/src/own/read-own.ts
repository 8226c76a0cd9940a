import { type Body, type Draft, KINDS, type Kind, type Source } from '../listing/draft.ts';
import type { Problems } from '../problem/problem.ts';
import { placeOf } from '../reading/origin.ts';

/** Whether parsed JSON is in our own form: listings with `externalId` and `title`. */
export function isOwn(values: unknown[]): boolean {
  const [first] = values.flat();
  return isObject(first) && ('externalId' in first || ('title' in first && 'location' in first));
}

/** Listings in our own form: `{ kind, externalId, …the body of /v1 }`, in an array or one a line. */
export function readOwn(file: string, values: unknown[], kind: Kind | undefined, problems: Problems): Source {
  const records = values.flat();
  const drafts: Draft[] = [];
  for (const record of records) {
    if (!isObject(record)) {
      problems.fault({
        code: 'not-a-listing',
        file,
        message: 'an entry is not an object',
        advice: 'Each listing must be an object.',
      });
      continue;
    }
    const draft = toDraft(record, kind, problems);
    if (draft !== undefined) drafts.push(draft);
  }
  return { format: 'Homeward listings (JSON)', records: records.length, drafts, closed: [], skipped: 0 };
}

function toDraft(
  record: Record<string, unknown>,
  fallback: Kind | undefined,
  problems: Problems,
): Draft | undefined {
  const { kind: said = fallback, externalId: id, ...body } = record;
  const place = placeOf(record);
  const name = typeof id === 'string' ? id : undefined;
  const kind = KINDS.find((one) => one === said);
  if (kind === undefined) {
    const message = said === undefined ? 'it does not say its kind' : `“${String(said)}” is no kind`;
    problems.fault({
      code: 'bad-value',
      ...place,
      field: 'kind',
      record: name,
      message,
      advice: 'Write "kind": "service", "course" or "job", or give --kind.',
    });
    return undefined;
  }
  const externalId = typeof id === 'number' ? String(id) : id;
  if (typeof externalId !== 'string' || externalId.trim() === '') {
    problems.fault({
      code: 'no-id',
      ...place,
      field: 'externalId',
      message: 'it has no id',
      advice: 'Write "externalId": your own id of it.',
    });
    return undefined;
  }
  return {
    kind,
    externalId: externalId.trim(),
    body: body as unknown as Body,
    place,
    sourceOf: (pointer) => ({ ...place, pointer: (place.pointer ?? '') + pointer }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
