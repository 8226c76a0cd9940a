import { Modality as Modalities, type Modality } from '@homeward/contracts/counsellor';
import { Among } from '@homeward/contracts/waiting';
import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import type { Fault } from '../form/fault.ts';

/** What a person would take, as it was chosen. */
export interface Wished {
  among: Among;
  modalities: Modality[];
}

export function readWished(form: URLSearchParams): Wished {
  const among = Among.safeParse(form.get('among'));
  return {
    among: among.success ? among.data : 'counsellor',
    modalities: form.getAll('modalities').flatMap((one) => Modalities.safeParse(one).data ?? []),
  };
}

type About = { appointmentId: string } | { counsellorId: string };

/** Keeps the wish. Answers what is wrong with it, and the status to say that with; nothing when it is kept. */
export async function keepWish(
  { rpc, t }: Visit,
  about: About,
  wished: Wished,
  { language, zone }: { language: string | null; zone: string },
): Promise<{ status: number; faults: Fault[] } | undefined> {
  if (wished.modalities.length === 0)
    return { status: 422, faults: [{ field: 'modalities', message: t('earlier.errorWays') }] };
  const wish = { ...about, ...wished, zone, ...(language !== null && { language }) };
  const kept = await attempt(rpc.waiting.wish.mutate(wish), ['too-many-bookings', 'too-late-to-cancel']);
  if (kept.ok) return undefined;
  const message = kept.code === 'too-many-bookings' ? t('earlier.many') : t('earlier.late');
  return { status: 409, faults: [{ field: 'modalities', message }] };
}
