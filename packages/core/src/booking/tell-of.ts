import { type AppointmentEvent, newId, type Tx } from '../kernel/index.ts';

/** What became of an appointment: one event each, by whoever acts. Ids and nothing else. */
export async function tellOf(
  tx: Tx,
  type: AppointmentEvent['type'],
  row: { id: string; organisation_id: string; counsellor_id: string },
): Promise<void> {
  await tx.emit({
    id: newId(tx),
    type,
    by: byWhom(tx),
    organisationId: row.organisation_id,
    appointmentId: row.id,
    staffId: row.counsellor_id,
  });
}

function byWhom({ actor }: Tx): AppointmentEvent['by'] {
  if (actor.kind === 'person' || actor.kind === 'system') return actor.kind;
  return 'staff';
}
