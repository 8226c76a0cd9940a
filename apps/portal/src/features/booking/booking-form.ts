import { BookAppointment } from '@homeward/contracts/booking';
import type { Counsellor, FreeSlot, Modality } from '@homeward/contracts/counsellor';
import type { Formats, Translate } from '@homeward/i18n';
import { type Choice, readWishes } from '../choice/choice.ts';
import { waysToMeet } from '../counsellor/ways.ts';
import type { Fault } from '../form/fault.ts';

export const MOST_CALL_ME = 60;

/** What stands in the form: chosen before, or posted and to be shown again as it was. */
export interface Wishes extends Omit<Choice, 'counsellorId'> {
  callMe: string;
}

export interface Offer {
  counsellor: Counsellor;
  slots: readonly FreeSlot[];
}

/** Reads a posted form; `callMe` stays as it was typed. */
export const readBookingForm = (form: URLSearchParams): Wishes => ({
  ...readWishes(form),
  callMe: form.get('callMe') ?? '',
});

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

export type ParsedBooking = { ok: true; value: BookAppointment } | { ok: false; faults: Fault[] };

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
  const callMe = wishes.callMe.trim();
  const faults: Fault[] = [];
  if (startsAt === undefined) faults.push({ field: 'startsAt', message: t('choose.errorTime') });
  faults.push(...modalityFaults(modality, startsAt, offer, t, formats));
  if (language !== undefined && !counsellor.languages.includes(language)) {
    faults.push({ field: 'language', message: t('choose.errorLanguage') });
  }
  const booking = BookAppointment.safeParse({
    counsellorId: counsellor.id,
    startsAt: startsAt ?? new Date(0).toISOString(),
    modality: modality ?? 'phone',
    zone,
    ...(language && { language }),
    ...(callMe !== '' && { callMe }),
  });
  if (booking.error?.issues.some(({ path }) => path[0] === 'callMe')) {
    faults.push({ field: 'callMe', message: t('choose.errorCallMe', { max: MOST_CALL_ME }) });
  }
  if (faults.length > 0) return { ok: false, faults };
  return booking.success
    ? { ok: true, value: booking.data }
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
