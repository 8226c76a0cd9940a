import { deepStrictEqual } from 'node:assert';
import { bookAppointment } from '../../src/booking/index.ts';
import { listFreeSlots } from '../../src/counsellor/index.ts';
import type { Model } from './model.ts';
import { counsellorOf, type Real } from './real.ts';
import { COUNSELLORS, DAY } from './scene.ts';

/** What must hold of any history, asked of the database itself: I1 to I5. */
export async function checkInvariants(model: Model, real: Real): Promise<void> {
  try {
    await checkOverlaps(real);
    await checkAcknowledged(model, real);
    await checkEvents(model, real);
    await checkNotices(real);
    await checkOffers(model, real);
    await checkOverlaps(real);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error([...real.log, `at the end: ${what}`].join('\n'), { cause: error });
  }
}

/** I1: no two active appointments of one counsellor, room or person overlap. */
async function checkOverlaps({ world }: Real): Promise<void> {
  const rows = await world.rows(
    `SELECT a.id, b.id AS other FROM appointment a JOIN appointment b ON a.id < b.id
       AND a.status IN ('held', 'requested', 'booked') AND b.status IN ('held', 'requested', 'booked')
       AND ((a.counsellor_id = b.counsellor_id AND a.blocked_period && b.blocked_period)
         OR (a.person_id = b.person_id AND a.period && b.period AND 'held' NOT IN (a.status, b.status))
         OR (a.room_id = b.room_id AND a.period && b.period))`,
  );
  deepStrictEqual(rows, [], 'I1: two overlap');
}

/** I2: every appointment that somebody was told they have is there, and nothing that nobody was. */
async function checkAcknowledged({ appointments }: Model, { world }: Real): Promise<void> {
  const rows = await world.rows<{ id: string; status: string }>(
    `SELECT id, status FROM appointment WHERE status <> 'held' ORDER BY id`,
  );
  const known = [...appointments.values()].filter(({ status }) => status !== 'held');
  const expected = known.map(({ id, status }) => ({ id, status })).sort((a, b) => (a.id < b.id ? -1 : 1));
  deepStrictEqual(rows, expected, 'I2: the appointments are not those that were acknowledged');
}

/** I4: each deed left exactly its events with its commit, and no refusal left one. */
async function checkEvents({ events }: Model, { world }: Real): Promise<void> {
  const rows = await world.rows<{ id: string; count: number }>(
    `SELECT data->>'appointmentId' AS id, count(*)::integer AS count FROM pgboss.job
     WHERE name = 'outbox' AND data->>'type' LIKE 'appointment.%' GROUP BY 1`,
  );
  const counts = rows.map(({ id, count }) => [id, count] as const);
  deepStrictEqual(
    new Map(counts.sort()),
    new Map([...events].sort()),
    'I4: events without a deed, or the reverse',
  );
}

/** I5: an event takes effect once, and after a cancellation nothing is told but that. */
async function checkNotices({ world }: Real): Promise<void> {
  const twice = await world.rows(
    `SELECT event_id FROM (SELECT event_id, 'staff' AS who FROM notice UNION ALL SELECT event_id, 'person' FROM person_notice) AS told
     GROUP BY event_id, who HAVING count(*) > 1`,
  );
  deepStrictEqual(twice, [], 'I5: told twice');
  const untold = await world.rows(
    `SELECT data->>'type' AS type FROM pgboss.job j WHERE name = 'outbox' AND state = 'completed'
       AND NOT EXISTS (SELECT FROM notice n WHERE n.event_id::text = j.data->>'id')
       AND NOT EXISTS (SELECT FROM person_notice n WHERE n.event_id::text = j.data->>'id')`,
  );
  deepStrictEqual(untold, [], 'I5: carried out and told to nobody');
  const late = await world.rows(
    `SELECT m.kind FROM message m JOIN appointment a ON a.id = m.appointment_id WHERE m.state = 'sent' AND (m.done_at >= lower(a.period)
       OR (a.cancelled_at < m.done_at AND m.kind NOT IN ('appointment-cancelled', 'appointment-declined')))`,
  );
  deepStrictEqual(late, [], 'I5: sent after a cancellation, or after the start');
}

/** I3: what is shown free can be booked. */
async function checkOffers(model: Model, real: Real): Promise<void> {
  const window = { from: new Date(model.now).toISOString(), to: new Date(model.now + 6 * DAY).toISOString() };
  for (let turn = 0; turn < 2 * COUNSELLORS.length; turn++) {
    const counsellorId = counsellorOf(real, turn % COUNSELLORS.length).actor.staffId;
    const slots = await listFreeSlots(real.stranger, { counsellorId, ...window });
    const slot = slots[Math.floor(slots.length / 2)];
    if (slot)
      await bookAppointment(real.stranger, {
        counsellorId,
        startsAt: slot.startsAt,
        modality: 'video',
        zone: 'UTC',
      });
  }
}
