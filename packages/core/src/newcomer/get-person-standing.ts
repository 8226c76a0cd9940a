import { ConfirmPerson, type PersonStanding } from '@homeward/contracts/newcomer';
import { asSystem, query } from '../kernel/index.ts';
import { getPersonOfAppointment } from './own-appointment.ts';

/** Whether the person of one of the counsellor's appointments is known here. Throws `not-found`. */
export const getPersonStanding = query({
  action: 'person.get-standing',
  scope: 'agenda:own',
  input: ConfirmPerson,
  run: async (tx, { appointmentId }): Promise<PersonStanding> => {
    const personId = await getPersonOfAppointment(tx, appointmentId);
    const { confirmed_at } = await asSystem(tx, (db) =>
      db.selectFrom('person').select('confirmed_at').where('id', '=', personId).executeTakeFirstOrThrow(),
    );
    return { confirmed: confirmed_at !== null };
  },
});
