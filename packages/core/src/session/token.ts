import { createHash } from 'node:crypto';
import { type Device, SESSION_LIMITS } from './session-limits.ts';

/** `__Host-`: only this host, only https (or localhost), only the whole site. The name says nothing. */
const SESSION_COOKIE = '__Host-s';

/** Ends with the browser, since on a shared phone nothing is remembered; on a person's own device with the session. */
export function sessionCookie(token: string, device: Device): string {
  const age = device === 'own' ? `; Max-Age=${SESSION_LIMITS.own.absoluteMs / 1000}` : '';
  return `${SESSION_COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict${age}`;
}
export const blankSessionCookie = `${SESSION_COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;

/** The form of lucia's tokens: 25 random bytes in base32. Anything else is not looked up at all. */
export const isToken = (text: string): boolean => /^[a-z2-7]{40}$/.test(text);

/** What the database holds instead of a token. Always computed: never "it already looks hashed". */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The session token of a Cookie header. A repeated or malformed cookie is none. */
export function readSessionToken(cookieHeader: string | null | undefined): string | undefined {
  const values = (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${SESSION_COOKIE}=`))
    .map((pair) => pair.slice(SESSION_COOKIE.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined && isToken(value) ? value : undefined;
}
