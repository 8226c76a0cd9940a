import { BookAppointment } from '@homeward/contracts/booking';
import type { Translate } from '@homeward/i18n';
import type { Choice } from '../choice/choice.ts';
import type { Fault } from '../form/fault.ts';

export const MOST_LETTERS = 60;

/** The rest that a person may say for an appointment, as it was typed: all of it theirs to leave out. */
export interface Rest {
  callMe: string;
  whoCalls: string;
  reach: string;
  interpreterLanguage: string;
  bringsCompanion: boolean;
}

export const readRest = (form: URLSearchParams | undefined): Rest => ({
  callMe: form?.get('callMe') ?? '',
  whoCalls: form?.get('whoCalls') ?? '',
  reach: form?.get('reach') ?? '',
  interpreterLanguage: form?.get('interpreterLanguage') ?? '',
  bringsCompanion: form?.has('bringsCompanion') ?? false,
});

export type ParsedRest = { ok: true; value: BookAppointment } | { ok: false; faults: Fault[] };

/** Holds what was typed against what the API takes. What is empty is not said; what the way to meet has no question for, neither. */
export function parseRest(rest: Rest, choice: Choice, zone: string, t: Translate): ParsedRest {
  const said = {
    callMe: rest.callMe.trim(),
    interpreterLanguage: rest.interpreterLanguage,
    ...(choice.modality === 'phone' && { whoCalls: rest.whoCalls }),
    ...((choice.modality === 'phone' || choice.modality === 'chat') && { reach: rest.reach.trim() }),
  };
  const parsed = BookAppointment.safeParse({
    ...choice,
    zone,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
    ...(rest.bringsCompanion && { bringsCompanion: true }),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const messages = {
    callMe: t('choose.errorCallMe', { max: MOST_LETTERS }),
    reach: rest.reach.trim() === '' ? t('rest.errorNumber') : t('choose.errorCallMe', { max: MOST_LETTERS }),
    whoCalls: t('rest.errorWhoCalls'),
    interpreterLanguage: t('choose.errorLanguage'),
  };
  const faults = Object.entries(messages).flatMap(([field, message]) =>
    fields.has(field) ? [{ field, message }] : [],
  );
  return {
    ok: false,
    faults: faults.length > 0 ? faults : [{ field: 'callMe', message: t('error.general') }],
  };
}
