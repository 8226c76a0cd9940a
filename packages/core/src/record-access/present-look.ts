import type { Looked, WhoLooked } from '@homeward/contracts/record-access';
import type { Emergency } from '../break-glass/index.ts';
import { toInstant } from '../kernel/index.ts';

export interface LookRow {
  id: string;
  staff_id: string;
  what: Looked;
  at: Date;
  organisation_name: string;
}

/** What the person is told of one look: a first name, a role and an organisation; no id of staff. */
export function presentLook(
  row: LookRow,
  staff: { role: WhoLooked['role']; display_name: string } | undefined,
  emergencies: readonly Emergency[],
): WhoLooked {
  if (staff === undefined) throw new Error('who looked is not there');
  return {
    id: row.id,
    name: staff.display_name,
    role: staff.role,
    organisation: row.organisation_name,
    what: row.what,
    at: toInstant(row.at),
    emergency: row.what === 'urgent' ? presentEmergency(row, emergencies) : null,
  };
}

/** The emergency in which somebody looked: their last one before the look. */
function presentEmergency(row: LookRow, emergencies: readonly Emergency[]): WhoLooked['emergency'] {
  const found = emergencies.find((one) => one.staffId === row.staff_id && one.at <= row.at);
  return found ? { reason: found.reason, note: found.note, until: toInstant(found.until) } : null;
}
