import type { RecoveryToConfirm } from '@homeward/contracts/recovery';
import { z } from 'zod';
import { asSystem, organisationOf, query, staffOf, toInstant } from '../kernel/index.ts';

/** What colleagues of the same organisation have started and nobody has confirmed yet. */
export const listRecoveriesToConfirm = query({
  action: 'recovery.list-to-confirm',
  scope: 'recoveries:confirm',
  input: z.undefined(),
  run: async (tx): Promise<RecoveryToConfirm[]> => {
    const now = new Date(tx.clock.now());
    // Neither a colleague's row nor their appointment is the caller's to see: a name and a word that says nothing are.
    const rows = await asSystem(tx, (db) =>
      db
        .selectFrom('recovery_code')
        .innerJoin('staff', 'staff.id', 'recovery_code.started_by')
        .leftJoin('appointment', 'appointment.id', 'recovery_code.appointment_id')
        .select([
          'recovery_code.id',
          'recovery_code.created_at',
          'staff.display_name',
          'appointment.reference',
        ])
        .where('recovery_code.organisation_id', '=', organisationOf(tx.actor))
        .where('recovery_code.started_by', '<>', staffOf(tx.actor))
        .where('recovery_code.confirmed_by', 'is', null)
        .where('recovery_code.expires_at', '>', now)
        .where('staff.deactivated_at', 'is', null)
        .orderBy('recovery_code.id')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      startedBy: row.display_name,
      reference: row.reference,
      startedAt: toInstant(row.created_at),
    }));
  },
});
