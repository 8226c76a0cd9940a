import type { AgendaAppointment } from '@homeward/contracts/booking';
import { type Tx, toInstant } from '../kernel/index.ts';
import { presentRoom } from '../meeting/index.ts';
import { mayUndo } from './attendance-rules.ts';
import { unsealCallMe } from './call-me.ts';
import { unsealReach } from './reach.ts';
import type { AgendaRow } from './select-agenda.ts';

/**
 * What the counsellor sees: when and how, and what the person chose to say. No id of theirs, no zone, no number. What to
 * be called and how to reach them was for an appointment: once that is given back, it is not shown any more.
 */
export function presentAppointmentForCounsellor(
  tx: Pick<Tx, 'ports' | 'clock'>,
  row: AgendaRow,
  key: Buffer | undefined,
): AgendaAppointment {
  const isOff = row.status === 'cancelled';
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    modality: row.modality,
    language: row.language,
    kind: row.kind === 'group' ? 'group' : 'single',
    seats: row.seats === null ? null : { most: row.seats, taken: row.taken },
    urgentReason: row.urgent_reason,
    mayUndo: mayUndo(row, tx.clock.now()),
    videoRoom: presentRoom(tx, row),
    callMe: isOff ? null : unsealCallMe(key, row),
    interpreterLanguage: row.interpreter_language,
    bringsCompanion: row.brings_companion,
    whoCalls: isOff ? null : row.who_calls,
    reach: isOff ? null : unsealReach(key, row),
    isNew: Boolean(row.is_new),
  };
}
