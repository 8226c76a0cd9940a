import { AnyCounsellor } from '@homeward/contracts/booking';
import { Modality } from '@homeward/contracts/counsellor';

/** Who would do, and how to meet, as an address or a form says it; what is malformed asks for nothing. */
export function readAny(given: URLSearchParams): { who: AnyCounsellor; modality: Modality | undefined } {
  const who = Object.entries(AnyCounsellor.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(given.get(name) || undefined);
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
  });
  const modality = Modality.safeParse(given.get('modality'));
  return { who: AnyCounsellor.parse(Object.fromEntries(who)), modality: modality.data };
}
