import { Refusal } from './refusal.ts';

/**
 * Refuses a POST that did not come from a page of ours. `Sec-Fetch-Site` decides where a browser sends it; else the
 * `Origin` must name this host. Neither, or both in conflict, is foreign. (Pages with `no-referrer` make browsers send
 * `Origin: null`, so `Origin` alone cannot be the rule.)
 */
export function refuseForeignForm(headers: Headers, host: string): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const originIsOurs = origin !== null && URL.canParse(origin) && new URL(origin).host === host;
  const originIsForeign = origin !== null && origin !== 'null' && !originIsOurs;
  if (originIsForeign || (site === null ? !originIsOurs : site !== 'same-origin'))
    throw new Refusal('cross-site');
}
