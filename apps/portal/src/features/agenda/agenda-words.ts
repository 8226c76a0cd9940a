import type { AgendaAppointment } from '@homeward/contracts/booking';
import type { Translate } from '@homeward/i18n';
import { statusWord } from '../appointment/appointment-words.ts';

/** The state of an appointment for its counsellor, who may have said whether they met. */
export function careStatusWord(appointment: AgendaAppointment, now: string, t: Translate): string {
  if (appointment.status === 'fulfilled' || appointment.status === 'noshow')
    return t(`careDone.${appointment.status}`);
  return statusWord(appointment, now, t);
}

/** What an entry of the calendar says beside its time. */
export function calendarTitle(
  { reference, seats, modality, status }: AgendaAppointment,
  t: Translate,
): string {
  const more = seats ? t('care.seatsTaken', seats) : t(`modality.${modality}`);
  return [reference, more, ...(status === 'requested' ? [t('appointment.statusRequested')] : [])].join(' · ');
}
