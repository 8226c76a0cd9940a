import type { UrgentReason } from '@homeward/contracts/booking';
import type { Modality } from '@homeward/contracts/counsellor';
import type { Span } from '@homeward/scheduling';
import { sql } from 'kysely';
import { newId, type Tx } from '../kernel/index.ts';
import { getPersonKey } from '../vault/index.ts';
import { sealCallMe } from './call-me.ts';
import type { Room } from './places.ts';
import { sealReach } from './reach.ts';
import { refuseOverlap } from './refuse-booking.ts';

interface Host {
  id: string;
  organisation_id: string;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
}

/** What the person says for an appointment; all of it theirs to leave out. */
export interface Said {
  callMe?: string | undefined;
  language?: string | undefined;
  interpreterLanguage?: string | undefined;
  bringsCompanion?: boolean | undefined;
  whoCalls?: 'counsellor' | 'person' | undefined;
  reach?: string | undefined;
}

/** A row to be. Who may write it, and whether its time is free, was decided before. */
export interface NewAppointment {
  /** `single` when absent. */
  kind?: 'single' | 'group' | 'seat' | undefined;
  /** Null for a group. */
  personId: string | null;
  status: 'held' | 'requested' | 'booked';
  span: Span;
  modality: Modality;
  /** In which the person saw the time. */
  zone: string;
  room?: Room | undefined;
  /** Epoch milliseconds, of a hold. */
  holdExpiresAt?: number | undefined;
  said?: Said | undefined;
  urgentReason?: UrgentReason | undefined;
  seriesId?: string | undefined;
  /** Of a group: how many can join. */
  seats?: number | undefined;
  /** Of a seat: in which group, and which one. */
  seat?: { groupId: string; number: number } | undefined;
}

const MINUTE = 60_000;

/**
 * Writes an appointment and answers its id, and does nothing else: `takeTime` does the rest. The exclusion constraints have
 * the last word: `slot-taken`, `already-booked-then`.
 */
export async function insertAppointment(tx: Tx, host: Host, row: NewAppointment): Promise<string> {
  const { span, said = {} } = row;
  const id = newId(tx);
  await tx.db
    .insertInto('appointment')
    .values({
      id,
      kind: row.kind ?? 'single',
      organisation_id: host.organisation_id,
      counsellor_id: host.id,
      person_id: row.personId,
      reference: `A-${1000 + tx.random.integer(9000)}`,
      status: row.status,
      period: range(span),
      // A seat takes no time of the counsellor: its group does.
      blocked_period: row.seat ? range(span) : blockedRange(host, span),
      modality: row.modality,
      place_id: row.room?.placeId ?? null,
      room_id: row.room?.roomId ?? null,
      person_zone: row.zone,
      hold_expires_at: row.holdExpiresAt === undefined ? null : new Date(row.holdExpiresAt),
      ...(await sayings(tx, row.personId, id, said)),
      urgent_reason: row.urgentReason ?? null,
      series_id: row.seriesId ?? null,
      seats: row.seats ?? null,
      group_id: row.seat?.groupId ?? null,
      seat_number: row.seat?.number ?? null,
      created_at: new Date(tx.clock.now()),
    })
    .execute()
    .catch(refuseOverlap);
  return id;
}

/** What the person said, as it stands in the row; names and numbers under their key. */
export async function sayings(tx: Tx, personId: string | null, appointmentId: string, said: Said) {
  const { callMe, reach } = said;
  const isSealed = personId !== null && (callMe || reach);
  const key = isSealed ? await getPersonKey(tx, personId) : undefined;
  return {
    language: said.language ?? null,
    interpreter_language: said.interpreterLanguage ?? null,
    brings_companion: said.bringsCompanion ?? false,
    who_calls: said.whoCalls ?? null,
    call_me_sealed: key && callMe ? sealCallMe(tx, key, appointmentId, callMe) : null,
    reach_sealed: key && reach ? sealReach(tx, key, appointmentId, reach) : null,
  };
}

/** Half-open, as the database keeps it. */
export const range = ({ from, to }: Span) => sql<string>`tstzrange(${new Date(from)}, ${new Date(to)}, '[)')`;

/** The time and the counsellor's buffers around it. */
export const blockedSpan = (
  host: Pick<Host, 'buffer_before_minutes' | 'buffer_after_minutes'>,
  { from, to }: Span,
): Span => ({
  from: from - host.buffer_before_minutes * MINUTE,
  to: to + host.buffer_after_minutes * MINUTE,
});

/** The same, as the database keeps it. */
export const blockedRange = (host: Host, span: Span) => range(blockedSpan(host, span));
