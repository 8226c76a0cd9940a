import { formsOf } from './encodings.ts';

export interface Finder {
  /** The names of the forms in which a watched text lies in these bytes; none is as it should be. */
  find(bytes: Buffer): string[];
  /** Pieces of a stream must overlap by this many bytes. */
  longest: number;
}

/** Looks for many texts in every encoding at one go: a data folder has hundreds of megabytes. */
export function openFinder(texts: readonly string[]): Finder {
  const forms = texts.flatMap((text) =>
    formsOf(text).map((form) => ({ ...form, name: `${text} in ${form.name}` })),
  );
  // Which three bytes a form may begin with: nearly every place of a stream is passed over with one look.
  const starts = new Uint8Array(1 << 24);
  const byStart = new Map<number, typeof forms>();
  for (const form of forms) {
    const start = form.bytes.readUIntLE(0, 3);
    starts[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), form]);
  }
  return {
    longest: Math.max(...forms.map(({ bytes }) => bytes.length)),
    find(bytes) {
      const found = new Set<string>();
      let next = ((bytes[0] ?? 0) << 8) | ((bytes[1] ?? 0) << 16);
      for (let at = 2; at < bytes.length; at++) {
        next = (next >> 8) | ((bytes[at] ?? 0) << 16);
        if (starts[next] === 0) continue;
        for (const form of byStart.get(next) ?? []) {
          const from = at - 2;
          if (bytes.subarray(from, from + form.bytes.length).equals(form.bytes)) found.add(form.name);
        }
      }
      return [...found];
    },
  };
}
