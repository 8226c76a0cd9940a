import { type DayHours, SetOverride } from '@homeward/contracts/availability';
import { dateAfter, dateOf } from '@homeward/scheduling';
import { command, Failure, newId, type Tx } from '../kernel/index.ts';
import { findOwnPlaceIds } from './find-own-place-ids.ts';
import { lockOwn } from './lock-own.ts';
import { readMyProfile } from './read-my-profile.ts';
import { faultsOfDay } from './weekly-hours-rules.ts';

/** Further ahead nobody can be booked. */
const MOST_DAYS_AHEAD = 400;

/** Other hours on a date, or none, in place of whatever that date would have. Appointments that are booked stay booked. */
export const setOverride = command({
  action: 'counsellor.set-override',
  scope: 'availability:own',
  input: SetOverride,
  run: async (tx, { date, hours }) => {
    const { modalities, zone } = await lockOwn(tx);
    assertAhead(tx, date, zone);
    const faults = faultsOfDay(hours, { modalities, placeIds: await findOwnPlaceIds(tx) });
    if (faults.length > 0) throw new Failure('invalid-input', 'these hours do not work', faults);
    await writeOverride(tx, date, hours);
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});

/** Throws `invalid-input` for a date that is over or too far away. */
export function assertAhead(tx: Tx, date: string, zone: string): void {
  const today = dateOf(tx.clock.now(), zone);
  if (date >= today && date <= dateAfter(today, MOST_DAYS_AHEAD)) return;
  const message = `must be one of the next ${MOST_DAYS_AHEAD} days`;
  throw new Failure('invalid-input', 'this date does not work', [
    { pointer: '/date', code: 'wrong-date', message },
  ]);
}

/** Replaces what was said of this date; the counsellor's row is locked. */
export async function writeOverride(tx: Tx, date: string, hours: readonly DayHours[]): Promise<void> {
  const { id, organisation_id: organisationId } = await lockOwn(tx);
  const intervals = JSON.stringify(hours);
  await tx.db
    .insertInto('availability_override')
    .values({ id: newId(tx), organisation_id: organisationId, counsellor_id: id, on_date: date, intervals })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'counsellor_id', 'on_date']).doUpdateSet({ intervals }),
    )
    .execute();
}
