/** The cookies of one request: what the browser sent, and what our answers on the way have changed. */
export interface CookieJar {
  /** A cookie's value as it was sent, undecoded. */
  read(name: string): string | undefined;
  /** The Cookie header for the next request to the API. */
  header(): string;
  /** Takes a Set-Cookie line, for the following requests and for the browser. */
  take(setCookie: string): void;
  /** The lines for the browser. */
  readonly taken: readonly string[];
}

/** Opens the jar. Never throws: what cannot be read as a cookie is passed on or left out. */
export function openCookieJar(header: string | null): CookieJar {
  const pairs = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const pair = readPair(part);
    // The first of two with one name counts, so that a later one cannot replace a `__Host-` cookie.
    if (pair && !pairs.has(pair.name)) pairs.set(pair.name, pair.value);
  }
  const taken: string[] = [];
  let changed = false;
  return {
    taken,
    read: (name) => pairs.get(name),
    header: () =>
      changed ? [...pairs].map(([name, value]) => `${name}=${value}`).join('; ') : (header ?? ''),
    take(setCookie) {
      taken.push(setCookie);
      const pair = readPair(setCookie.split(';')[0] ?? '');
      if (!pair) return;
      changed = true;
      if (/;\s*max-age=0\s*(;|$)/i.test(setCookie)) pairs.delete(pair.name);
      else pairs.set(pair.name, pair.value);
    },
  };
}

function readPair(text: string): { name: string; value: string } | undefined {
  const at = text.indexOf('=');
  if (at < 1) return undefined;
  return { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}
