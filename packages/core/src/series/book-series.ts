import { BookSeries } from '@homeward/contracts/series';
import { findSlot } from '@homeward/scheduling';
import {
  countOpen,
  findOpenAppointments,
  lockPlaces,
  mostOpen,
  placesAt,
  refuseBooking,
  takeTime,
} from '../booking/index.ts';
import { findAvailabilities, lockCounsellor } from '../counsellor/index.ts';
import { actingAs, command, Failure, newId, type Tx } from '../kernel/index.ts';
import { type SeriesDate, seriesDates } from './series-dates.ts';

/**
 * Books all dates of a series or none, in one transaction, and answers their ids. A person whom somebody here knows may have
 * one series at a time; it counts as one of their open appointments, however long. Throws what booking throws; for a date
 * that cannot be had the failure names it, as `/dates/2` counted from 0. `too-many-bookings`, `not-yet-confirmed`.
 */
export const bookSeries = command({
  action: 'series.book',
  scope: 'appointments:book',
  input: BookSeries,
  run: async (tx, { first, ...rhythm }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const { counsellorId, startsAt, modality, zone, ...said } = first;
    const host = await lockCounsellor(tx, counsellorId);
    const dates = seriesDates(Date.parse(startsAt), rhythm, {
      zone: host.zone,
      lengthMinutes: host.length_minutes,
    }).filter(({ isLeftOut }) => !isLeftOut);
    if (dates.length < 2)
      throw new Failure('invalid-input', 'a series has two dates at least', [
        { pointer: '/without', code: 'too-few-dates', message: 'must leave two dates' },
      ]);
    // Places of all dates before the person, so that nobody waits for somebody who waits for them.
    if (modality === 'in-person') await lockPlaces(tx, await placesOf(tx, host, dates));

    const seriesId = newId(tx);
    const ids: string[] = [];
    for (const date of dates) {
      try {
        const taken = await takeTime(tx, {
          counsellorId,
          personId,
          startsAt: date.from,
          modality,
          zone,
          said,
          as: 'booked',
          seriesId,
          most: Number.POSITIVE_INFINITY,
        });
        if (!taken.isNew) throw refuseBooking('already-booked-then');
        ids.push(taken.id);
      } catch (error) {
        throw naming(error, date);
      }
    }
    await joinHold(tx, ids, seriesId);
    await refuseTooMuch(tx, personId, seriesId);
    return { ids };
  },
  subject: ({ ids }) => ids[0],
});

/** The same failure, with the date that it is about. */
function naming(error: unknown, { index }: SeriesDate): unknown {
  if (!(error instanceof Failure)) return error;
  if (error.code !== 'slot-taken' && error.code !== 'already-booked-then') return error;
  const issue = { pointer: `/dates/${index}`, code: error.code, message: 'this date cannot be had' };
  return new Failure(error.code, error.message, [issue]);
}

async function placesOf(
  tx: Tx,
  host: Awaited<ReturnType<typeof lockCounsellor>>,
  dates: readonly SeriesDate[],
): Promise<string[]> {
  const places = new Set<string>();
  for (const { from, to } of dates) {
    const availability = (await findAvailabilities(tx, [host], { from, to })).get(host.id);
    const slot =
      availability && findSlot({ ...availability, busy: [] }, { now: tx.clock.now(), startsAt: from });
    for (const id of placesAt(slot)) places.add(id);
  }
  return [...places].sort();
}

/** A date that the person held became an appointment as it was held: it belongs to the series, too. */
async function joinHold(tx: Tx, ids: readonly string[], seriesId: string): Promise<void> {
  await tx.db
    .updateTable('appointment')
    .set({ series_id: seriesId })
    .where('id', 'in', ids)
    .where('series_id', 'is', null)
    .execute();
}

/** After all are there, and with the person locked: what counts. */
async function refuseTooMuch(tx: Tx, personId: string, seriesId: string): Promise<void> {
  const { confirmed_at } = await tx.db
    .selectFrom('person')
    .where('id', '=', personId)
    .select('confirmed_at')
    .executeTakeFirstOrThrow();
  if (confirmed_at === null) throw refuseBooking('not-yet-confirmed');
  const open = (await findOpenAppointments(tx, personId)).filter(({ status }) => status !== 'held');
  const hasOther = open.some((one) => one.seriesId !== null && one.seriesId !== seriesId);
  if (hasOther || countOpen(open) > mostOpen(true)) throw refuseBooking('too-many-bookings');
}
