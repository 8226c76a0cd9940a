import type { MyAppointment } from '@homeward/contracts/booking';
import { Id } from '@homeward/contracts/id';
import { Refusal } from '../../visit/refusal.ts';
import { ask } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { requirePerson } from '../account/require-person.ts';
import { zoneOf } from '../zone/zone-of.ts';

/** The person's appointment that an address names, and the zone to show it in. An id of nobody, of somebody else or of no form is not found. */
export async function getOwnAppointment(
  visit: Visit,
  id: string | undefined,
): Promise<{ appointment: MyAppointment; zone: string }> {
  await requirePerson(visit);
  const parsed = Id.safeParse(id);
  if (!parsed.success) throw new Refusal('not-found');
  const appointment = await ask(visit.rpc.booking.getMine.query({ id: parsed.data }));
  return { appointment, zone: (await zoneOf(visit)) ?? appointment.zone };
}
