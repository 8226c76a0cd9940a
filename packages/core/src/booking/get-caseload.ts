import { sql } from 'kysely';
import { z } from 'zod';
import { actingAs, reading, type Tx } from '../kernel/index.ts';
import { agendaSeen } from './agenda-seen.ts';
import { readRequests } from './list-requests.ts';
import { presentAgenda } from './present-agenda.ts';
import { selectAgenda } from './select-agenda.ts';
import { readWeekLoad } from './week-load.ts';

const MOST_NEXT = 10;

/** What the signed-in counsellor has in hand: next appointments, requests, people without a next one, and their weeks. */
export const getCaseload = reading({
  action: 'appointment.get-caseload',
  scope: 'agenda:own',
  input: z.undefined(),
  run: async (tx) => ({
    next: await readNext(tx),
    requests: await readRequests(tx),
    without: await readWithoutNext(tx),
    load: await readWeekLoad(tx),
  }),
  seen: ({ next, requests, without }) => agendaSeen([...next, ...requests, ...without]),
  present: ({ next, requests, without, load }) => ({
    next: next.map(({ appointment }) => appointment),
    requests: requests.map(({ appointment }) => appointment),
    without: without.map(({ appointment }) => appointment),
    load,
  }),
});

async function readNext(tx: Tx) {
  const rows = await selectAgenda(tx)
    .where('appointment.status', '=', 'booked')
    .where(sql<boolean>`upper(appointment.period) > ${new Date(tx.clock.now())}`)
    .orderBy(sql`lower(appointment.period)`)
    .limit(MOST_NEXT)
    .execute();
  return presentAgenda(tx, rows);
}

/** By the last appointment of each, the longest ago first: a sign to ask whether they want another, and nothing more. */
async function readWithoutNext(tx: Tx) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  const now = new Date(tx.clock.now());
  const last = tx.db
    .selectFrom('appointment as a')
    .where('a.counsellor_id', '=', staffId)
    .where('a.kind', '=', 'single')
    .where('a.status', 'in', ['booked', 'fulfilled', 'noshow'])
    .where(sql<boolean>`upper(a.period) <= ${now}`)
    .where(sql<boolean>`is_assigned(a.person_id)`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('appointment as b')
            .whereRef('b.person_id', '=', 'a.person_id')
            .where('b.counsellor_id', '=', staffId)
            .where('b.status', 'in', ['requested', 'booked'])
            .where(sql<boolean>`upper(b.period) > ${now}`)
            .select('b.id'),
        ),
      ),
    )
    .distinctOn('a.person_id')
    .orderBy('a.person_id')
    .orderBy(sql`lower(a.period)`, 'desc')
    .select('a.id');
  const rows = await selectAgenda(tx)
    .where('appointment.id', 'in', last)
    .orderBy(sql`lower(appointment.period)`)
    .execute();
  return presentAgenda(tx, rows);
}
