import type { AgendaAppointment } from '@homeward/contracts/booking';
import { toInstant } from '../kernel/index.ts';
import { unsealCallMe } from './call-me.ts';
import type { AgendaRow } from './select-agenda.ts';

/**
 * What the counsellor sees: when and how, and what the person chose to say. No id of theirs, no zone, no number. What to
 * be called was for an appointment: once that is given back, it is not shown any more.
 */
export function presentAppointmentForCounsellor(row: AgendaRow, key: Buffer | undefined): AgendaAppointment {
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    modality: row.modality,
    language: row.language,
    callMe: row.status === 'cancelled' ? null : unsealCallMe(key, row),
    isNew: Boolean(row.is_new),
  };
}
