import type { Modality } from '@homeward/contracts/counsellor';
import { findSlot, type Slot, type Span } from '@homeward/scheduling';
import { asIfWithout, findAvailabilities, lockCounsellor } from '../counsellor/index.ts';
import type { Tx } from '../kernel/index.ts';
import { blockedSpan } from './insert-appointment.ts';
import { findOpenAppointments, lockPerson, type OpenAppointment } from './open-appointments.ts';
import { lockPlaces, placesAt } from './places.ts';

const MINUTE = 60_000;

/** With whom, for whom and when. */
export interface TimeAsked {
  counsellorId: string;
  personId: string;
  /** Epoch milliseconds. */
  startsAt: number;
  modality: Modality;
  /** The appointment that is to be moved here: its own time is not in its way. */
  movingId?: string | undefined;
}

export interface LockedTime {
  host: Awaited<ReturnType<typeof lockCounsellor>>;
  span: Span;
  /** With the counsellor's buffers around it. */
  blocked: Span;
  /** What the engine says of this time, as if nothing were held by this person; undefined when it is not free. */
  slot: Slot | undefined;
  confirmed: boolean;
  open: readonly OpenAppointment[];
}

/**
 * Locks all that decides whether a time may be taken, and reads it: the counsellor, then the places where people are met in
 * person at this time, then the person; always in this order. Others wait here, and then see what was taken. Within one
 * transaction it may be asked again for other times of the same counsellor and person. Throws `not-found` for the counsellor.
 */
export async function lockTime(tx: Tx, asked: TimeAsked): Promise<LockedTime> {
  const { counsellorId, personId, startsAt, modality, movingId } = asked;
  const host = await lockCounsellor(tx, counsellorId);
  const span = { from: startsAt, to: startsAt + host.length_minutes * MINUTE };
  const availability = (await findAvailabilities(tx, [host], span)).get(host.id);
  const when = { now: tx.clock.now(), startsAt };

  const hours = availability && findSlot({ ...availability, busy: [] }, when);
  const placeIds = modality === 'in-person' ? placesAt(hours) : [];
  await lockPlaces(tx, placeIds);

  const { confirmed } = await lockPerson(tx, personId, { counsellorIds: [host.id], placeIds });
  const open = await findOpenAppointments(tx, personId);
  const own = open.filter(
    (one) => one.counsellorId === host.id && (one.status === 'held' || one.id === movingId),
  );
  const slot = availability && findSlot(asIfWithout(availability, own), when);
  return { host, span, blocked: blockedSpan(host, span), slot, confirmed, open };
}
