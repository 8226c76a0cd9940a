import type { AppointmentStatus } from '@homeward/contracts/booking';
import type { Modality } from '@homeward/contracts/counsellor';
import { sql } from 'kysely';
import { Failure, type Tx } from '../kernel/index.ts';
import { roomName } from './room-name.ts';
import { roomHours } from './room-rules.ts';

interface Row {
  id: string;
  group_id: string | null;
  status: AppointmentStatus;
  modality: Modality;
  starts_at: Date;
  ends_at: Date;
}

/** One of the caller's appointments; whose it is, the caller says. */
export const selectMeeting = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('appointment')
    .where('id', '=', id)
    .select([
      'id',
      'group_id',
      'status',
      'modality',
      sql<Date>`lower(period)`.as('starts_at'),
      sql<Date>`upper(period)`.as('ends_at'),
    ]);

/** The way into the room of an appointment. Throws `not-found` where there is none, `conflict` while it is closed. */
export async function enterRoom(
  { ports: { meet, secrets }, clock }: Tx,
  row: Row | undefined,
  moderator: boolean,
): Promise<string> {
  if (row === undefined) throw new Failure('not-found', 'there is no such appointment');
  const [startsAt, endsAt, now] = [row.starts_at.getTime(), row.ends_at.getTime(), clock.now()];
  const hours = meet && roomHours({ ...row, startsAt, endsAt }, now);
  if (meet === undefined || hours === undefined)
    throw new Failure('not-found', 'there is no room for this appointment');
  if (now < hours.opensAt) throw new Failure('conflict', 'the room opens ten minutes before');
  return meet.enter({
    room: roomName(secrets, { id: row.group_id ?? row.id, startsAt }),
    moderator,
    ...hours,
  });
}
