import { Failure, toPointer } from '@homeward/core/kernel';
import type { MiddlewareHandler } from 'hono';
import type { V1Env } from './env.ts';

const MOST_BYTES = 256 * 1024;

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * Reads the body, counting the bytes that really come, and leaves it for the validator and the idempotency guard.
 * Throws `too-large`, `unsupported-media-type` or `invalid-input`; no body at all passes, for the validator to judge.
 */
export const readBody: MiddlewareHandler<V1Env> = async (c, next) => {
  const bytes = await readAtMost(c.req.raw.body, MOST_BYTES);
  if (bytes.length > 0) {
    assertJsonType(c.req.header('Content-Type'), c.req.header('Content-Encoding'));
  }
  const text = decodeUtf8(bytes);
  if (text !== '') assertPlainJson(text);
  c.set('bodyText', text);
  // No body that says it is JSON is judged like an empty object: each member that is needed gets named.
  const judged = text === '' && c.req.header('Content-Type') !== undefined ? '{}' : text;
  // What Hono itself keeps after reading a body, so that the validator does not read the spent stream.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(judged) });
  await next();
};

/** What a request says of its length is not asked: it may be missing or a lie. */
async function readAtMost(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body ?? []) {
      length += chunk.length;
      if (length > most) break; // leaving the loop cancels the stream
      chunks.push(chunk);
    }
  } catch {
    throw new Failure('invalid-input', 'the body broke off');
  }
  if (length > most) throw new Failure('too-large', `a body may have at most ${most} bytes`);
  return Buffer.concat(chunks, length);
}

function assertJsonType(type: string | undefined, encoding: string | undefined): void {
  if (type === undefined || !JSON_TYPE.test(type)) {
    throw new Failure('unsupported-media-type', 'the body must come with `Content-Type: application/json`');
  }
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new Failure('unsupported-media-type', 'the body must not be compressed');
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('the body is not UTF-8');
  }
}

/** JSON, and no member whose name means something else to JavaScript: validators leave that out without a word. */
function assertPlainJson(text: string): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message repeats what was sent.
    throw malformed('the body is not well-formed JSON');
  }
  const pointer = findPrototypeMember(value);
  if (pointer !== undefined) {
    throw new Failure('invalid-input', 'the body has a member that is not known here', [
      { pointer, code: 'unknown-member', message: 'is not known here' },
    ]);
  }
}

const malformed = (message: string) =>
  new Failure('invalid-input', message, [{ pointer: '', code: 'malformed-json', message }]);

/** Walks with a list of its own: a body of 256 KiB can nest deeper than the call stack. */
function findPrototypeMember(root: unknown): string | undefined {
  const rest: { value: unknown; path: Path }[] = [{ value: root, path: undefined }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [name, value] of Object.entries(next.value)) {
      const path = { name, above: next.path };
      if (name === '__proto__') return toPointer(namesOf(path));
      rest.push({ value, path });
    }
  }
  return undefined;
}

type Path = { name: string; above: Path } | undefined;

function namesOf(path: Path): string[] {
  const names: string[] = [];
  for (let step = path; step !== undefined; step = step.above) names.unshift(step.name);
  return names;
}
