import { ask } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { type Choice, choicePath, choiceQuery } from '../choice/choice.ts';
import { readZoneCookie } from '../zone/zone-cookie.ts';

/** Where somebody goes on who has a number and has kept it: back to the chosen time, or to their own page. */
export function onward(choice: Choice | undefined): string {
  if (!choice) return '/appointments';
  const path = choicePath(choice);
  return `${path}${path.includes('?') ? '&' : '?'}back`;
}

/** The page on which the number is shown, with the choice on its way. */
const keepPath = (choice: Choice | undefined): string =>
  `/account/keep${choice ? `?${choiceQuery(choice)}` : ''}`;

/** What follows a sign-in: the zone that was chosen as a visitor goes to the account, and the number is kept first. */
export async function afterSignIn(visit: Visit, choice: Choice | undefined): Promise<string> {
  const me = await visit.me();
  if (me.kind !== 'person') return '/';
  const zone = readZoneCookie(visit.cookies);
  if (zone !== undefined && me.zone === null) await ask(visit.rpc.account.setZone.mutate({ zone }));
  return me.kept ? onward(choice) : keepPath(choice);
}
