import { AddTimeOff } from '@homeward/contracts/availability';
import { dateAfter, instantOf, type Span, startOfDate } from '@homeward/scheduling';
import { sql } from 'kysely';
import { command, Failure, newId } from '../kernel/index.ts';
import { lockOwn } from './lock-own.ts';
import { readMyProfile } from './read-my-profile.ts';

const DAY = 86_400_000;
/** A year, and the hour by which one can be longer. */
const LONGEST = 366 * DAY + DAY / 24;

/** The signed-in counsellor is away for a while. Appointments that are booked then stay booked. Throws `invalid-input`. */
export const addTimeOff = command({
  action: 'counsellor.add-time-off',
  scope: 'availability:own',
  input: AddTimeOff,
  run: async (tx, asked) => {
    const { id, organisation_id: organisationId, zone } = await lockOwn(tx);
    const { from, to } = spanOf(asked, zone);
    if (to <= from) throw refused('ends-too-early', 'must be after from');
    if (to <= tx.clock.now()) throw refused('over', 'must not be over already');
    if (to - from > LONGEST) throw refused('too-long', 'must be at most a year after from');
    await tx.db
      .insertInto('time_off')
      .values({
        id: newId(tx),
        organisation_id: organisationId,
        counsellor_id: id,
        period: sql<string>`tstzrange(${new Date(from)}, ${new Date(to)}, '[)')`,
      })
      .execute();
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});

/** A day without a time counts from its first instant to its last. */
function spanOf({ from, until }: AddTimeOff, zone: string): Span {
  return {
    from: from.time === undefined ? startOfDate(from.date, zone) : instantOf(from.date, from.time, zone),
    to:
      until.time === undefined
        ? startOfDate(dateAfter(until.date, 1), zone)
        : instantOf(until.date, until.time, zone),
  };
}

const refused = (code: string, message: string): Failure =>
  new Failure('invalid-input', 'this time off does not work', [{ pointer: '/until', code, message }]);
