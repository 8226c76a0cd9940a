import type { AnyCounsellor } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import { Failure, type Tx } from '../kernel/index.ts';
import { findAny } from './find-any.ts';
import { findOpenAppointments } from './open-appointments.ts';
import { refuseBooking } from './refuse-booking.ts';
import { type TimeWish, takeTime } from './take-time.ts';

export type AnyWish = Omit<TimeWish, 'counsellorId'> & { who: AnyCounsellor };

/**
 * Takes a time with anybody who fits and is free, chosen fairly. Whoever is taken meanwhile is passed over, and the next one
 * tried: as many at once as there are free counsellors all get one. Each try is a savepoint, so that no more than one
 * counsellor is ever locked and nobody waits for ever. Throws `slot-taken` when nobody is free, or what booking throws.
 */
export async function takeAny(
  tx: Tx,
  { who, ...wish }: AnyWish,
): Promise<{ id: string; counsellorId: string }> {
  const before = await findSame(tx, wish);
  if (before) return before;
  const order = await findAny(tx, { ...who, startsAt: wish.startsAt, modality: wish.modality });
  for (const { id: counsellorId, language } of order) {
    await sql`SAVEPOINT try_one`.execute(tx.db);
    try {
      const { id } = await takeTime(tx, { ...wish, counsellorId, said: { ...wish.said, language } });
      return { id, counsellorId };
    } catch (error) {
      if (!isPassedOver(error)) throw error;
      await sql`ROLLBACK TO SAVEPOINT try_one`.execute(tx.db);
    }
  }
  throw refuseBooking('slot-taken');
}

/** What this person has at that very time already: asked twice, they get the same. */
async function findSame(tx: Tx, wish: Omit<TimeWish, 'counsellorId'>) {
  const open = await findOpenAppointments(tx, wish.personId);
  const same = open.find((one) => one.from === wish.startsAt && one.modality === wish.modality);
  if (!same || (same.status === 'held' && wish.as !== 'held')) return undefined;
  return { id: same.id, counsellorId: same.counsellorId };
}

/** It went to somebody else, or this one does not work here any more: another may still be free. */
const isPassedOver = (error: unknown): boolean =>
  error instanceof Failure && (error.code === 'slot-taken' || error.code === 'not-found');
