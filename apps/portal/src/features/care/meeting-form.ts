import { type Modality, SetMeetingDetails } from '@homeward/contracts/counsellor';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

export const MOST_DETAILS = 1000;

/** How to meet for each way, as it was typed; an empty text takes it away. */
type MeetingDetails = Partial<Record<Modality, string>>;

export interface MeetingForm {
  details: MeetingDetails;
  faults: Fault[];
}

/** Reads a posted form of meeting details for the ways that the counsellor offers. */
export function readMeetingForm(
  form: URLSearchParams,
  modalities: readonly Modality[],
  t: Translate,
): MeetingForm {
  const details: MeetingDetails = {};
  const faults: Fault[] = [];
  for (const modality of modalities) {
    const text = (form.get(modality) ?? '').replaceAll('\r\n', '\n').trim();
    details[modality] = text;
    if (!SetMeetingDetails.safeParse({ details: { [modality]: text } }).success) {
      faults.push({ field: modality, message: t('care.meetingError', { max: MOST_DETAILS }) });
    }
  }
  return { details, faults };
}
