import type { Tx } from '../kernel/index.ts';

interface About {
  personId: string;
  counsellorId: string;
  appointmentId: string | null;
}

/** The person's wishes for an earlier time than this appointment, or for any with this counsellor, are over. */
export async function endWishes(tx: Tx, { personId, counsellorId, appointmentId }: About): Promise<void> {
  await tx.db
    .updateTable('waiting_wish')
    .set({ ended_at: new Date(tx.clock.now()) })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where((eb) =>
      appointmentId === null
        ? eb.and([eb('appointment_id', 'is', null), eb('counsellor_id', '=', counsellorId)])
        : eb('appointment_id', '=', appointmentId),
    )
    .execute();
}
