import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import type { Matter } from './message-rules.ts';

/** A message whose time has come, and what it is about. */
export interface DueMessage {
  id: string;
  organisationId: string;
  personId: string;
  tries: number;
  appointmentId: string | null;
  /** Whose appointment it is about, if it is about one. */
  staffId: string | null;
  matter: Matter;
}

/** Locks a message that is due, unless another worker has it or had it meanwhile. */
export async function lockDueMessage(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<DueMessage | undefined> {
  const row = await tx.db
    .selectFrom('message')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.organisation_id', '=', 'message.organisation_id')
        .onRef('appointment.id', '=', 'message.appointment_id'),
    )
    .where('message.organisation_id', '=', organisationId)
    .where('message.event_id', '=', id)
    .where('message.next_at', '<=', new Date(tx.clock.now()))
    .select((eb) => [
      'message.person_id',
      'message.kind',
      'message.created_at',
      'message.tries',
      'message.sequence',
      'message.appointment_id',
      'appointment.status',
      'appointment.counsellor_id',
      'appointment.sequence as appointment_sequence',
      sql<Date | null>`lower(appointment.period)`.as('starts_at'),
      eb
        .exists(
          eb
            .selectFrom('person_notice as n')
            .whereRef('n.organisation_id', '=', 'message.organisation_id')
            .whereRef('n.event_id', '=', 'message.event_id')
            .where('n.seen_at', 'is not', null)
            .select('n.event_id'),
        )
        .as('is_seen'),
    ])
    .forUpdate('message')
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { status, starts_at: startsAt, appointment_sequence: sequence } = row;
  return {
    id,
    organisationId,
    personId: row.person_id,
    tries: row.tries,
    appointmentId: row.appointment_id,
    staffId: row.counsellor_id,
    matter: {
      kind: row.kind,
      createdAt: row.created_at.getTime(),
      sequence: row.sequence,
      appointment:
        status === null || startsAt === null || sequence === null
          ? null
          : { status, startsAt: startsAt.getTime(), sequence },
      isSeen: Boolean(row.is_seen),
    },
  };
}
