import { TimeZone } from '@homeward/contracts/zone';
import type { CookieJar } from '../../visit/cookie-jar.ts';

const NAME = '__Host-zone';

/** The zone that a visitor chose, while the browser is open. */
export function readZoneCookie(cookies: CookieJar): string | undefined {
  const parsed = TimeZone.safeParse(cookies.read(NAME));
  return parsed.success ? parsed.data : undefined;
}

/** Keeps the zone for the visit: no date on it, so it goes when the browser is closed. */
export function keepZoneCookie(cookies: CookieJar, zone: string): void {
  cookies.take(`${NAME}=${zone}; Path=/; Secure; HttpOnly; SameSite=Lax`);
}

/** Forgets the zone, for browsers that do not know `Clear-Site-Data`. */
export function dropZoneCookie(cookies: CookieJar): void {
  cookies.take(`${NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`);
}
