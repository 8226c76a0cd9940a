import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, canary, createWorld, type World } from '../../testing/index.ts';
import { listFreeSlots } from '../counsellor/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { confirmRequest } from './confirm-request.ts';
import { declineRequest } from './decline-request.ts';
import { getAppointmentForCounsellor } from './get-appointment-for-counsellor.ts';
import { getMyAppointment } from './get-my-appointment.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 8 });
});
beforeEach(() => world.clock.set('2026-11-24T01:00:00Z'));
afterAll(() => world[Symbol.asyncDispose]());

const startsAt = '2026-12-01T03:00:00Z';
const wish = (counsellorId: string) => ({
  counsellorId,
  startsAt,
  modality: 'video' as const,
  zone: 'Asia/Bangkok',
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code,
  );
const eventsOf = async (id: string) =>
  (
    await world.rows<{ type: string }>(
      `SELECT data->>'type' AS type FROM pgboss.job WHERE data->>'appointmentId' = $1 ORDER BY created_on`,
      [id],
    )
  ).map(({ type }) => type.replace('appointment.', ''));

async function asked() {
  const counsellor = await addCounsellor(world, { confirmsByHand: true });
  const person = await world.person();
  const callMe = canary('call-me');
  const { id } = await bookAppointment(person, { ...wish(counsellor.actor.staffId), callMe });
  return { counsellor, person, id, callMe };
}

it('is what a person’s booking is first with a counsellor who confirms by hand, and booked when they say yes', async () => {
  const { counsellor, person, id, callMe } = await asked();
  expect(await getMyAppointment(person, { id })).toMatchObject({ status: 'requested', meetingDetails: null });
  expect(await getAppointmentForCounsellor(counsellor, { id })).toMatchObject({
    status: 'requested',
    callMe,
  });
  await confirmRequest(counsellor, { id });
  await confirmRequest(counsellor, { id });
  expect(await getMyAppointment(person, { id })).toMatchObject({ status: 'booked', declined: null });
  expect(await eventsOf(id)).toEqual(['requested', 'confirmed']);
});

it('keeps the time from everybody until it is answered, and a no gives it back and ends what the counsellor sees', async () => {
  const { counsellor, person, id } = await asked();
  const { staffId } = counsellor.actor;
  expect(await codeOf(bookAppointment(await world.person(), wish(staffId)))).toBe('slot-taken');
  await declineRequest(counsellor, { id, reason: 'other-help' });
  await declineRequest(counsellor, { id, reason: 'no-time' });
  expect(await getMyAppointment(person, { id })).toMatchObject({
    status: 'cancelled',
    cancelledBy: 'organisation',
    declined: 'other-help',
    canCancel: false,
  });
  expect(await eventsOf(id)).toEqual(['requested', 'declined']);
  expect(await getAppointmentForCounsellor(counsellor, { id })).toMatchObject({ callMe: null });
  const day = { from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00Z' };
  const starts = (await listFreeSlots(person, { counsellorId: staffId, ...day })).map(
    (slot) => slot.startsAt,
  );
  expect(starts).toContain(startsAt);
  const [care] = await world.rows<{ over: boolean }>(
    'SELECT until <= $2 AS over FROM care_assignment WHERE staff_id = $1',
    [staffId, '2026-11-24T01:00:00Z'],
  );
  expect(care).toEqual({ over: true });
});

it('is answered once: a yes and a no at the same time leave one answer and one event, ten times', async () => {
  for (let round = 0; round < 10; round++) {
    const { counsellor, id } = await asked();
    const outcomes = await Promise.all([
      codeOf(confirmRequest(counsellor, { id })),
      codeOf(declineRequest(counsellor, { id, reason: 'no-time' })),
      codeOf(confirmRequest(counsellor, { id })),
    ]);
    const [row] = await world.rows<{ status: string }>('SELECT status FROM appointment WHERE id = $1', [id]);
    const isYes = row?.status === 'booked';
    expect(outcomes).toEqual(isYes ? ['done', 'conflict', 'done'] : ['conflict', 'done', 'conflict']);
    expect(await eventsOf(id)).toEqual(['requested', isYes ? 'confirmed' : 'declined']);
  }
});

it('of one time exists once: of eight who ask at once one is heard, and all answers at once make one appointment', async () => {
  const counsellor = await addCounsellor(world, { confirmsByHand: true });
  const eight = await Promise.all(Array.from({ length: 8 }, () => world.person()));
  const made = await Promise.allSettled(
    eight.map((person) => bookAppointment(person, wish(counsellor.actor.staffId))),
  );
  const ids = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
  expect(ids).toHaveLength(1);
  await Promise.all(
    ids.flatMap((id) => [confirmRequest(counsellor, { id }), confirmRequest(counsellor, { id })]),
  );
  const rows = await world.rows(
    `SELECT status FROM appointment WHERE counsellor_id = $1 AND status IN ('requested', 'booked')`,
    [counsellor.actor.staffId],
  );
  expect(rows).toEqual([{ status: 'booked' }]);
});

it('that the person gave back, or whose time has begun, can not be answered; nor can somebody else’s', async () => {
  const { counsellor, person, id } = await asked();
  const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
  expect(await codeOf(confirmRequest(colleague, { id }))).toBe('not-found');
  world.clock.set(startsAt);
  expect(await codeOf(confirmRequest(counsellor, { id }))).toBe('conflict');
  world.clock.set('2026-11-24T01:00:00Z');
  await cancelAppointment(person, { id });
  expect(await codeOf(confirmRequest(counsellor, { id }))).toBe('conflict');
  expect(await codeOf(declineRequest(counsellor, { id, reason: 'other' }))).toBe('conflict');
});
