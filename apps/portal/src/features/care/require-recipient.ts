import type { Visit } from '../../visit/visit.ts';
import { requireStaff, type StaffMe } from '../staff/require-staff.ts';

/** Somebody with whom people may share something. Everybody else is led to the sign-in of staff, or on to their second step. */
export const requireRecipient = (visit: Visit): Promise<StaffMe> =>
  requireStaff(visit, ['counsellor', 'partner-staff', 'organisation-admin']);
