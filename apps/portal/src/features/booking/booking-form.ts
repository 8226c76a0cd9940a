import { HoldTime } from '@homeward/contracts/booking';
import type { Counsellor, FreeSlot, Modality } from '@homeward/contracts/counsellor';
import type { Formats, Translate } from '@homeward/i18n';
import type { Choice } from '../choice/choice.ts';
import { waysToMeet } from '../counsellor/ways.ts';
import type { Fault } from '../form/fault.ts';

/** What stands in the form: chosen before, or posted. */
export type Wishes = Omit<Choice, 'counsellorId'>;

export interface Offer {
  counsellor: Counsellor;
  slots: readonly FreeSlot[];
}

/** What the page chooses for the reader where there is nothing to choose, or where the language of the page fits. */
export function withDefaults<Given extends Omit<Choice, 'counsellorId'>>(
  wishes: Given,
  counsellor: Counsellor,
  locale: string,
): Given {
  const [only, ...others] = counsellor.modalities;
  const language = counsellor.languages.find((tag) => tag.split('-')[0] === locale);
  return {
    ...(only && others.length === 0 && { modality: only }),
    ...(language && { language }),
    ...wishes,
  };
}

export type ParsedBooking = { ok: true; value: HoldTime } | { ok: false; faults: Fault[] };

/** Holds a form against what is offered. Whether the time is still free is for the API to say. */
export function parseBooking(
  wishes: Wishes,
  offer: Offer,
  zone: string,
  t: Translate,
  formats: Formats,
): ParsedBooking {
  const { counsellor } = offer;
  const { startsAt, modality, language } = wishes;
  const faults: Fault[] = [];
  if (startsAt === undefined) faults.push({ field: 'startsAt', message: t('choose.errorTime') });
  faults.push(...modalityFaults(modality, startsAt, offer, t, formats));
  if (language !== undefined && !counsellor.languages.includes(language)) {
    faults.push({ field: 'language', message: t('choose.errorLanguage') });
  }
  if (faults.length > 0) return { ok: false, faults };
  const chosen = HoldTime.safeParse({
    counsellorId: counsellor.id,
    startsAt,
    modality,
    zone,
    ...(language && { language }),
  });
  return chosen.success
    ? { ok: true, value: chosen.data }
    : { ok: false, faults: [{ field: 'startsAt', message: t('error.general') }] };
}

function modalityFaults(
  modality: Modality | undefined,
  startsAt: string | undefined,
  { counsellor, slots }: Offer,
  t: Translate,
  formats: Formats,
): Fault[] {
  if (modality === undefined || !counsellor.modalities.includes(modality)) {
    return [{ field: 'modality', message: t('choose.errorWay') }];
  }
  const slot = slots.find((free) => free.startsAt === startsAt);
  if (!slot || slot.modalities.includes(modality)) return [];
  const ways = formats.any(waysToMeet(slot.modalities, t));
  return [{ field: 'modality', message: t('choose.errorWayThen', { ways }) }];
}
