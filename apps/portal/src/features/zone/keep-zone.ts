import { ask } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { keepZoneCookie } from './zone-cookie.ts';

/** Keeps the zone that somebody chose: with the account of a person, in the browser of everybody else. */
export async function keepZone(visit: Visit, zone: string): Promise<void> {
  const me = await visit.me();
  if (me.kind === 'person') await ask(visit.rpc.account.setZone.mutate({ zone }));
  else keepZoneCookie(visit.cookies, zone);
}
