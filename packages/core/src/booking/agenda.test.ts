import { AgendaAppointment } from '@homeward/contracts/booking';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, canary, createWorld, type World } from '../../testing/index.ts';
import { setMeetingDetails } from '../counsellor/index.ts';
import { newId } from '../kernel/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { getAppointmentForCounsellor } from './get-appointment-for-counsellor.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { listAgenda } from './list-agenda.ts';
import { markAppointmentSeen } from './mark-appointment-seen.ts';

const CALLED = canary('call-me');
let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

const week = { from: '2026-11-30T00:00:00Z', to: '2026-12-07T00:00:00Z' };
const wish = (counsellorId: string, startsAt: string) => ({
  counsellorId,
  startsAt,
  modality: 'video' as const,
  zone: 'America/Santiago',
});

it('shows the counsellor when, how and what the person chose to say, and nothing else', async () => {
  const counsellor = await addCounsellor(world);
  const person = await world.person();
  const mine = await bookAppointment(person, {
    ...wish(counsellor.actor.staffId, '2026-12-01T03:00:00Z'),
    language: 'id',
    callMe: CALLED,
  });
  const agenda = await listAgenda(counsellor, week);
  expect(agenda).toEqual([
    {
      id: mine.id,
      reference: expect.stringMatching(/^A-\d{4}$/),
      status: 'booked',
      startsAt: '2026-12-01T03:00:00Z',
      endsAt: '2026-12-01T04:00:00Z',
      modality: 'video',
      language: 'id',
      callMe: CALLED,
      kind: 'single',
      seats: null,
      urgentReason: null,
      mayUndo: false,
      videoRoom: null,
      interpreterLanguage: null,
      bringsCompanion: false,
      whoCalls: null,
      reach: null,
      isNew: false,
    },
  ]);
  expect(Object.keys(agenda[0] ?? {}).sort()).toEqual(Object.keys(AgendaAppointment.shape).sort());
  const bytes = JSON.stringify(agenda);
  for (const secret of [person.actor.personId, person.actor.sessionId, 'Santiago'])
    expect(bytes).not.toContain(secret);
  expect(await getAppointmentForCounsellor(counsellor, { id: mine.id })).toEqual(agenda[0]);
});

it('lists what starts inside the window, by start, cancelled ones with their word', async () => {
  const counsellor = await addCounsellor(world);
  const people = [await world.person(), await world.person(), await world.person()];
  const starts = ['2026-12-03T03:00:00Z', '2026-12-01T03:00:00Z', '2026-12-02T03:00:00Z'];
  const ids: string[] = [];
  for (const [i, person] of people.entries()) {
    ids.push((await bookAppointment(person, wish(counsellor.actor.staffId, starts[i] ?? ''))).id);
  }
  await cancelAppointment(people[2] ?? world.system, { id: ids[2] ?? '' });
  const shown = (window: { from: string; to: string }) =>
    listAgenda(counsellor, window).then((agenda) =>
      agenda.map(({ startsAt, status }) => `${startsAt.slice(8, 10)} ${status}`),
    );
  expect(await shown(week)).toEqual(['01 booked', '02 cancelled', '03 booked']);
  expect(await shown({ from: '2026-12-01T03:00:00Z', to: '2026-12-02T03:00:00Z' })).toEqual(['01 booked']);
  expect(await shown({ from: '2026-12-01T03:00:01Z', to: '2026-12-03T03:00:00Z' })).toEqual(['02 cancelled']);
});

it('refuses a window that is none, or longer than six weeks', async () => {
  const counsellor = await addCounsellor(world);
  for (const to of [week.from, '2026-01-01T00:00:00Z', '2027-01-13T00:00:00Z']) {
    await expect(listAgenda(counsellor, { from: week.from, to })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ pointer: '/to' }],
    });
  }
});

it("answers to a colleague's appointment, of the same organisation, as to one that never was", async () => {
  const counsellor = await addCounsellor(world);
  const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
  const stranger = await addCounsellor(world);
  const person = await world.person();
  const { id } = await bookAppointment(person, wish(counsellor.actor.staffId, '2026-12-01T03:00:00Z'));
  for (const other of [colleague, stranger]) {
    const [theirs, none] = await Promise.all(
      [id, newId(world.system)].map((one) =>
        getAppointmentForCounsellor(other, { id: one }).catch((error: unknown) => error),
      ),
    );
    expect(theirs).toMatchObject({ code: 'not-found' });
    expect(theirs).toEqual(none);
    expect(await listAgenda(other, week)).toEqual([]);
  }
});

it('is new until the counsellor has seen it, for that counsellor alone', async () => {
  const counsellor = await addCounsellor(world);
  const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
  const { id } = await bookAppointment(
    await world.person(),
    wish(counsellor.actor.staffId, '2026-12-01T03:00:00Z'),
  );
  await world.rows(
    `INSERT INTO notice (event_id, organisation_id, staff_id, kind, appointment_id, created_at)
     VALUES (gen_random_uuid(), $1, $2, 'appointment-booked', $3, now())`,
    [counsellor.actor.organisationId, counsellor.actor.staffId, id],
  );
  const isNew = async () => (await getAppointmentForCounsellor(counsellor, { id })).isNew;
  await markAppointmentSeen(colleague, { id });
  expect(await isNew()).toBe(true);
  await markAppointmentSeen(counsellor, { id });
  expect(await isNew()).toBe(false);
});

it('tells the person how to meet while the appointment is booked and not over, in the way they chose', async () => {
  const counsellor = await addCounsellor(world);
  await setMeetingDetails(counsellor, { details: { video: 'room 7', phone: 'canary-number' } });
  const person = await world.person();
  const { id } = await bookAppointment(person, wish(counsellor.actor.staffId, '2026-12-01T03:00:00Z'));
  const details = async () => (await getMyAppointment(person, { id })).meetingDetails;
  expect(await details()).toBe('room 7');
  world.clock.set('2026-12-01T03:59:59Z');
  expect(await details()).toBe('room 7');
  world.clock.set('2026-12-01T04:00:00Z');
  expect(await details()).toBeNull();
  world.clock.set('2026-11-24T01:00:00Z');
  expect(JSON.stringify(await cancelAppointment(person, { id }))).not.toContain('room 7');
});

it('tells a place only from 24 hours before, so that nobody collects places by booking', async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  const counsellor = await addCounsellor(world, { modalities: ['in-person'] });
  await setMeetingDetails(counsellor, { details: { 'in-person': 'canary-door' } });
  const person = await world.person();
  const { id } = await bookAppointment(person, {
    ...wish(counsellor.actor.staffId, '2026-12-01T03:00:00Z'),
    modality: 'in-person',
  });
  world.clock.set('2026-11-30T02:59:59Z');
  expect(JSON.stringify(await getMyAppointment(person, { id }))).not.toContain('canary-door');
  world.clock.set('2026-11-30T03:00:00Z');
  expect((await getMyAppointment(person, { id })).meetingDetails).toBe('canary-door');
});
