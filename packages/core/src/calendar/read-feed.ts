import { ReadCalendarFeed } from '@homeward/contracts/calendar';
import { sql } from 'kysely';
import { asSystem, Failure, query } from '../kernel/index.ts';
import { hashFeedToken } from './feed-token.ts';
import { presentFeedEntry } from './present-feed-entry.ts';
import { writeCalendar } from './write-calendar.ts';

const DAY_MS = 24 * 60 * 60_000;
/** So far back a feed goes, and so long it still says that something is cancelled. */
const BACK_MS = 30 * DAY_MS;
const SUBSCRIPTION = { name: 'Appointments', everySeconds: 60 * 60 };

/**
 * A counsellor's calendar, for whoever has its address. Throws `not-found`, the same for an address that never was, was
 * taken back, or belongs to somebody who does not work here any more.
 */
export const readFeed = query({
  action: 'calendar-feed.read',
  scope: 'calendar-feeds:read',
  input: ReadCalendarFeed,
  run: (tx, { token }): Promise<string> =>
    asSystem(tx, async (db) => {
      const owner = await db
        .selectFrom('calendar_feed')
        .innerJoin('staff', 'staff.id', 'calendar_feed.counsellor_id')
        .innerJoin('counsellor', 'counsellor.id', 'calendar_feed.counsellor_id')
        .where('calendar_feed.token_hash', '=', hashFeedToken(token))
        .where('staff.role', '=', 'counsellor')
        .where('staff.deactivated_at', 'is', null)
        .select(['counsellor.id', 'counsellor.horizon_days'])
        .executeTakeFirst();
      if (!owner) throw new Failure('not-found', 'there is no such calendar');

      const now = tx.clock.now();
      const [back, ahead] = [new Date(now - BACK_MS), new Date(now + owner.horizon_days * DAY_MS)];
      const rows = await db
        .selectFrom('appointment')
        .where('counsellor_id', '=', owner.id)
        // A group stands in its counsellor's calendar once, whoever has a seat in it.
        .where('kind', '<>', 'seat')
        .where('status', '<>', 'held')
        .where(sql<boolean>`period && tstzrange(${back}, ${ahead})`)
        // What was held and never more, no calendar ever had.
        .where((eb) => eb.or([eb('status', '<>', 'cancelled'), eb('sequence', '>', 0)]))
        .where((eb) => eb.or([eb('status', '<>', 'cancelled'), eb('changed_at', '>', back)]))
        .select([
          'calendar_uid',
          'sequence',
          'status',
          'modality',
          'reference',
          sql<Date>`coalesce(changed_at, created_at)`.as('changed_at'),
          sql<Date>`lower(period)`.as('starts_at'),
          sql<Date>`upper(period)`.as('ends_at'),
        ])
        .orderBy(sql`lower(period)`)
        .orderBy('id')
        .execute();
      return writeCalendar(rows.map(presentFeedEntry), { subscription: SUBSCRIPTION });
    }),
});
