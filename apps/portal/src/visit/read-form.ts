import { Refusal } from './refusal.ts';

/** The longest form of ours, filled to its limits in a script of three bytes a letter, is far below. */
export const MOST_FORM_BYTES = 64 * 1024;

/** The fields of a posted form. Throws `Refusal` for another content type and for a body that is too large. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new Refusal('unsupported-media-type');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_FORM_BYTES) throw new Refusal('too-large');
  return new URLSearchParams(await readText(request.body));
}

// A body may come without its length, or with a wrong one: what arrives is counted.
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > MOST_FORM_BYTES) throw new Refusal('too-large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
