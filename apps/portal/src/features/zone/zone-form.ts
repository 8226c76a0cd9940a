import { TimeZone } from '@homeward/contracts/zone';

/** Reads the zone that somebody chose: from the whole list if they went there, else from the short one. */
export function parseZoneForm(form: URLSearchParams): string | undefined {
  const chosen = TimeZone.safeParse(form.get('other') || form.get('zone'));
  return chosen.success ? chosen.data : undefined;
}
