import type { StartedRecovery } from '@homeward/contracts/recovery';
import { z } from 'zod';
import { actingAs, asSystem, query, toInstant } from '../kernel/index.ts';
import { REQUEST_LASTS_MS } from './recovery-code.ts';

/** What the counsellor has started since yesterday, the newest first. */
export const listStartedRecoveries = query({
  action: 'recovery.list-started',
  scope: 'agenda:own',
  input: z.undefined(),
  run: async (tx): Promise<StartedRecovery[]> => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    const now = tx.clock.now();
    const rows = await asSystem(tx, (db) =>
      db
        .selectFrom('recovery_code')
        .leftJoin('staff', 'staff.id', 'recovery_code.confirmed_by')
        .leftJoin('appointment', 'appointment.id', 'recovery_code.appointment_id')
        .select([
          'recovery_code.id',
          'recovery_code.created_at',
          'recovery_code.expires_at',
          'appointment_id',
        ])
        .select(['used_at', 'code_index', 'staff.display_name', 'appointment.reference'])
        .where('recovery_code.started_by', '=', staffId)
        .where('recovery_code.created_at', '>', new Date(now - REQUEST_LASTS_MS))
        .orderBy('recovery_code.id', 'desc')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      appointmentId: row.appointment_id,
      reference: row.reference,
      startedAt: toInstant(row.created_at),
      confirmedBy: row.display_name,
      state: stateOf(row, now),
    }));
  },
});

interface Row {
  used_at: Date | null;
  expires_at: Date | null;
  code_index: Buffer | null;
  display_name: string | null;
}

function stateOf(
  { used_at, expires_at, code_index, display_name }: Row,
  now: number,
): StartedRecovery['state'] {
  if (used_at !== null) return 'used';
  if (expires_at === null || expires_at.getTime() <= now) return 'over';
  if (code_index !== null) return 'shown';
  return display_name === null ? 'waiting' : 'confirmed';
}
