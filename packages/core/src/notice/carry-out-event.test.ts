import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, type CounsellorContext, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { type AppointmentEvent, newId } from '../kernel/index.ts';
import { carryOutEvent } from './carry-out-event.ts';

let world: World;
let counsellor: CounsellorContext;
let personId: string;
let appointmentId: string;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  counsellor = await addCounsellor(world);
  const person = await world.person();
  personId = person.actor.personId;
  const startsAt = '2026-12-01T03:00:00Z';
  const wish = { counsellorId: counsellor.actor.staffId, startsAt, modality: 'video', zone: 'UTC' } as const;
  appointmentId = (await bookAppointment(person, wish)).id;
});

const event = (given: Partial<AppointmentEvent>): AppointmentEvent => ({
  id: newId(world.visitor),
  type: 'appointment.moved',
  by: 'person',
  organisationId: counsellor.actor.organisationId,
  appointmentId,
  staffId: counsellor.actor.staffId,
  ...given,
});
const told = async () => ({
  staff: await world.rows('SELECT kind, appointment_id FROM notice WHERE staff_id = $1', [
    counsellor.actor.staffId,
  ]),
  person: await world.rows('SELECT kind, appointment_id FROM person_notice WHERE person_id = $1', [personId]),
});

it.each([
  ['appointment.booked', 'appointment-booked', 'appointment-booked'],
  ['appointment.requested', 'appointment-requested', null],
  ['appointment.confirmed', null, 'appointment-confirmed'],
  ['appointment.declined', null, 'appointment-declined'],
  ['appointment.moved', 'appointment-moved', 'appointment-moved'],
  ['appointment.cancelled', 'appointment-cancelled', 'appointment-cancelled'],
] as const)('tells of %s whoever did not do it', async (type, staffKind, personKind) => {
  const line = (kind: string | null) => (kind === null ? [] : [{ kind, appointment_id: appointmentId }]);
  await carryOutEvent(world.system, event({ type, by: 'person' }));
  expect(await told()).toEqual({ staff: line(staffKind), person: [] });
  await carryOutEvent(world.system, event({ type, by: 'staff' }));
  expect(await told()).toEqual({ staff: line(staffKind), person: line(personKind) });
});

it('tells both of what the system did, and the counsellor of what a colleague did', async () => {
  await carryOutEvent(world.system, event({ by: 'system' }));
  expect(await told()).toMatchObject({ staff: [{}], person: [{}] });
  const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
  await carryOutEvent(world.system, event({ by: 'staff', byStaffId: colleague.actor.staffId }));
  expect(await told()).toMatchObject({ staff: [{}, {}], person: [{}, {}] });
});

it('takes effect once, however often the same event comes, also at once', async () => {
  const same = event({ by: 'system' });
  await Promise.all(Array.from({ length: 8 }, () => carryOutEvent(world.system, same)));
  expect(await told()).toMatchObject({ staff: [{}], person: [{}] });
});

it('tells nobody of an appointment that is gone, nor a person who is', async () => {
  const gone = '00000000-0000-7000-8000-00000000dead';
  await carryOutEvent(world.system, event({ by: 'system', appointmentId: gone }));
  const { organisationId } = counsellor.actor;
  const offer = {
    id: newId(world.visitor),
    type: 'person.told',
    kind: 'offer-made',
    organisationId,
  } as const;
  await carryOutEvent(world.system, { ...offer, personId: gone, subjectId: gone });
  expect(await told()).toEqual({ staff: [], person: [] });
  expect(await world.rows('SELECT FROM person_notice WHERE person_id = $1', [gone])).toEqual([]);
});

it('carries what is about no appointment, to a person and to staff', async () => {
  const { organisationId, staffId } = counsellor.actor;
  const ids = { id: newId(world.visitor), organisationId };
  const subjectId = newId(world.visitor);
  await carryOutEvent(world.system, {
    ...ids,
    type: 'person.told',
    kind: 'handover-asked',
    personId,
    subjectId,
  });
  await carryOutEvent(world.system, {
    ...ids,
    type: 'staff.told',
    kind: 'handover-asked',
    staffId,
    appointmentId: null,
  });
  expect(await told()).toEqual({
    staff: [{ kind: 'handover-asked', appointment_id: null }],
    person: [{ kind: 'handover-asked', appointment_id: null }],
  });
  expect(await world.rows('SELECT subject_id FROM person_notice WHERE person_id = $1', [personId])).toEqual([
    { subject_id: subjectId },
  ]);
});

it('understands an event that a server of before has left', async () => {
  const { by: _by, ...before } = event({});
  await carryOutEvent(world.system, before);
  expect(await told()).toMatchObject({ staff: [{ kind: 'appointment-moved' }], person: [] });
});
