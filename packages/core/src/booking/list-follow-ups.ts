import type { FollowUp } from '@homeward/contracts/agenda';
import { AppointmentById } from '@homeward/contracts/booking';
import { findSlot } from '@homeward/scheduling';
import { findAvailabilities, getOwnRow } from '../counsellor/index.ts';
import { Failure, query, toInstant } from '../kernel/index.ts';
import { getEarlierAppointment } from './earlier-appointment.ts';
import { isOffered } from './places.ts';

const WEEKS = [1, 2, 4];

/**
 * When to go on: at the same time of the counsellor's day one, two and four weeks after one of their appointments, as far as
 * they are free then. None once they look after the person no longer. Throws `not-found`.
 */
export const listFollowUps = query({
  action: 'appointment.list-follow-ups',
  scope: 'agenda:own',
  input: AppointmentById,
  run: async (tx, { id }): Promise<FollowUp[]> => {
    const earlier = await getEarlierAppointment(tx, id).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'conflict') return undefined;
      throw error;
    });
    if (earlier === undefined || earlier.status === 'cancelled') return [];
    const own = await getOwnRow(tx);
    const first = Temporal.Instant.fromEpochMilliseconds(earlier.starts_at.getTime()).toZonedDateTimeISO(
      own.zone,
    );
    const times = WEEKS.map((weeks) => ({ weeks, at: first.add({ weeks }).epochMilliseconds }));
    const window = {
      from: earlier.starts_at.getTime(),
      to: Math.max(...times.map(({ at }) => at)) + 86_400_000,
    };
    const availability = (await findAvailabilities(tx, [own], window)).get(own.id);
    return times.flatMap(({ weeks, at }) => {
      const slot = availability && findSlot(availability, { now: tx.clock.now(), startsAt: at });
      return slot && isOffered(slot, earlier.modality) ? [{ weeks, startsAt: toInstant(new Date(at)) }] : [];
    });
  },
});
