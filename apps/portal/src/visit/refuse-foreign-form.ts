import { hasOwnPageMark } from './own-page-mark.ts';
import { Refusal } from './refusal.ts';

/**
 * Refuses a POST that did not come from a page of ours. `Sec-Fetch-Site` decides where a browser sends it. An older one
 * must name this host as `Origin`; pages with `no-referrer` make it send `Origin: null` or none, and then it must bring
 * the mark that only our own pages make it send.
 */
export function refuseForeignForm(headers: Headers, host: string): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const namesNobody = origin === null || origin === 'null';
  const namesUs = !namesNobody && URL.canParse(origin) && new URL(origin).host === host;
  const isOurs =
    site === null
      ? namesUs || (namesNobody && hasOwnPageMark(headers))
      : site === 'same-origin' && (namesUs || namesNobody);
  if (!isOurs) throw new Refusal('cross-site');
}
