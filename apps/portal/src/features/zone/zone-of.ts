import type { Visit } from '../../visit/visit.ts';
import { readZoneCookie } from './zone-cookie.ts';

/** The zone that the reader chose to see times in; undefined when nobody asked yet. It is never guessed. */
export async function zoneOf(visit: Visit): Promise<string | undefined> {
  const me = await visit.me();
  const own = 'zone' in me ? me.zone : null;
  return own ?? readZoneCookie(visit.cookies);
}
