import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  addCounsellor,
  addReachablePerson,
  canaryEmail,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment, cancelAppointment } from '../booking/index.ts';
import { getMyReminders } from './get-my-reminders.ts';
import { planDueReminders } from './plan-due-reminders.ts';
import { sendDueMessages } from './send-due-messages.ts';
import { setMyReminders } from './set-my-reminders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const startsAt = '2026-12-01T03:00:00Z';

let world: World;
let person: Awaited<ReturnType<typeof addReachablePerson>>;
let appointmentId: string;
let sentAt: string[];
const book = async () => {
  const { actor } = await addCounsellor(world);
  const wish = { counsellorId: actor.staffId, startsAt, modality: 'video', zone: 'Asia/Bangkok' } as const;
  return (await bookAppointment(person, wish)).id;
};
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
  world.ports.senders.email = async () => {
    sentAt.push(new Date(world.clock.now()).toISOString().replace('.000Z', 'Z'));
    return { kind: 'sent' };
  };
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  sentAt = [];
  await world.rows('TRUNCATE message');
  await world.rows(`UPDATE appointment SET status = 'cancelled'`);
  person = await addReachablePerson(world, { address: world.watch(canaryEmail('reminder')) });
  appointmentId = await book();
});

const setTo = (ms: number) => world.clock.set(new Date(ms).toISOString());
/** Lets the worker look every quarter of an hour, from one instant to another. */
async function workUntil(end: string, from?: string): Promise<void> {
  if (from) world.clock.set(from);
  for (; world.clock.now() <= Date.parse(end); world.clock.advance(15 * MINUTE)) {
    await planDueReminders(world.visitor);
    await sendDueMessages(world.visitor);
  }
}
/** Staff move the appointment by so much, now. */
const move = (hours: number) =>
  world.rows(
    `BEGIN; SELECT set_config('homeward.now', '${new Date(world.clock.now()).toISOString()}', true);
     UPDATE appointment SET period = tstzrange(lower(period) + interval '${hours} hours', upper(period) + interval '${hours} hours'),
       blocked_period = tstzrange(lower(blocked_period) + interval '${hours} hours', upper(blocked_period) + interval '${hours} hours')
       WHERE id = '${appointmentId}'; COMMIT`,
  );

it('is a day before for who chose nothing, and what they choose from then on', async () => {
  expect(await getMyReminders(person, undefined)).toEqual({ leads: ['day'] });
  await workUntil(startsAt, '2026-11-29T22:00:00Z');
  expect(sentAt).toEqual(['2026-11-30T03:00:00Z']);
});

it('comes at each of the times that were chosen, once, and at none for who chose none', async () => {
  await setMyReminders(person, { leads: ['three-hours', 'one-hour', 'one-hour'] });
  expect(await getMyReminders(person, undefined)).toEqual({ leads: ['three-hours', 'one-hour'] });
  await workUntil('2026-12-01T01:00:00Z', '2026-11-29T22:00:00Z');
  expect(sentAt).toEqual(['2026-12-01T00:00:00Z']);
  await setMyReminders(person, { leads: [] });
  await workUntil(startsAt);
  expect(sentAt).toHaveLength(1);
});

it('moves with the appointment', async () => {
  await workUntil('2026-11-29T22:00:00Z', '2026-11-29T21:00:00Z');
  await move(3);
  await workUntil('2026-12-01T06:00:00Z');
  expect(sentAt).toEqual(['2026-11-30T06:00:00Z']);
});

it('comes again for another version, and the old one that still waits does not', async () => {
  await workUntil('2026-11-30T03:00:00Z', '2026-11-30T02:00:00Z');
  expect(sentAt, 'of the first version').toEqual(['2026-11-30T03:00:00Z']);
  await move(48);
  await workUntil('2026-12-03T03:00:00Z');
  expect(sentAt).toEqual(['2026-11-30T03:00:00Z', '2026-12-02T03:00:00Z']);
});

it('does not come after a cancellation, also when it waited for the person’s hours already', async () => {
  person = await addReachablePerson(world, {
    address: world.watch(canaryEmail('hours')),
    from: '11:00',
    to: '12:00',
  });
  appointmentId = await book();
  await workUntil('2026-11-30T03:15:00Z', '2026-11-30T03:00:00Z');
  const waiting = await world.rows(`SELECT FROM message WHERE appointment_id = $1 AND state = 'waiting'`, [
    appointmentId,
  ]);
  expect(waiting, 'it waited').toHaveLength(1);
  sentAt = [];
  await cancelAppointment(person, { id: appointmentId });
  await workUntil('2026-11-30T05:00:00Z');
  expect(sentAt).toEqual([]);
});

it('is skipped when its time had passed at the booking, and not sent at once', async () => {
  world.clock.set('2026-11-30T10:00:00Z');
  person = await addReachablePerson(world, { address: world.watch(canaryEmail('late')) });
  appointmentId = await book();
  await world.rows('DELETE FROM message');
  sentAt = [];
  await workUntil(startsAt);
  expect(sentAt).toEqual([]);
});

it('is skipped when the worker was away for long, and not when it was for a moment', async () => {
  setTo(Date.parse(startsAt) - 24 * HOUR + 59 * MINUTE);
  await planDueReminders(world.visitor);
  expect(await world.rows('SELECT FROM message')).toHaveLength(1);
  await world.rows('TRUNCATE message');
  setTo(Date.parse(startsAt) - 23 * HOUR);
  await planDueReminders(world.visitor);
  expect(await world.rows('SELECT FROM message')).toEqual([]);
});

it('is one, however many workers look at once', async () => {
  setTo(Date.parse(startsAt) - 24 * HOUR);
  const made = await Promise.all(Array.from({ length: 8 }, () => planDueReminders(world.visitor)));
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(1);
  await Promise.all(Array.from({ length: 4 }, () => sendDueMessages(world.visitor)));
  expect(sentAt).toHaveLength(1);
});

it('is for nobody who has no safe contact', async () => {
  person = await world.person();
  appointmentId = await book();
  await world.rows('TRUNCATE message');
  setTo(Date.parse(startsAt) - 24 * HOUR);
  await planDueReminders(world.visitor);
  expect(await world.rows('SELECT FROM message WHERE person_id = $1', [person.actor.personId])).toEqual([]);
});
