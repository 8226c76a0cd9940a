import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  addReachablePerson,
  type CounsellorContext,
  canary,
  canaryEmail,
  canaryPhone,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment, cancelAppointment } from '../booking/index.ts';
import { confirmSafeContact, getMySafeContact, removeSafeContact } from '../contact/index.ts';
import { type AppointmentEvent, type Delivery, newId, type Outgoing } from '../kernel/index.ts';
import { carryOutEvent, listMyNotices, markMyNoticesSeen } from '../notice/index.ts';
import { sendDueMessages } from './send-due-messages.ts';
import { settleMessage } from './settle-message.ts';
import { takeMessage } from './take-message.ts';

const START = '2026-11-24T01:00:00Z'; // 08:00 on a Tuesday in Bangkok
const MINUTE = 60_000;
const startsAt = '2026-12-01T03:00:00Z';

let world: World;
let counsellor: CounsellorContext;
/** What came out by each way, as a receiver has it; and what the next ones answer. */
let got: (Outgoing & { channel: 'email' | 'sms' })[];
let answers: Delivery[];
let address: string;
beforeAll(async () => {
  world = await createWorld({ now: START });
  const sender = (channel: 'email' | 'sms') => async (message: Outgoing) => {
    got.push({ ...message, channel });
    return answers.shift() ?? { kind: 'sent' as const };
  };
  world.ports.senders.email = sender('email');
  world.ports.senders.sms = sender('sms');
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set(START);
  got = [];
  answers = [];
  address = world.watch(canaryEmail('message'));
  await world.rows('TRUNCATE message');
  counsellor = await addCounsellor(world);
});

type Person = Awaited<ReturnType<typeof addReachablePerson>>;
async function book(person: Person): Promise<string> {
  const wish = { counsellorId: counsellor.actor.staffId, startsAt, modality: 'video', zone: 'UTC' } as const;
  return (await bookAppointment(person, wish)).id;
}
/** Lets it happen that staff did this to the appointment. */
async function happen(appointmentId: string, type: AppointmentEvent['type'] = 'appointment.moved') {
  const id = newId(world.visitor);
  const { organisationId, staffId } = counsellor.actor;
  await carryOutEvent(world.system, { id, type, by: 'staff', organisationId, appointmentId, staffId });
  return id;
}
const send = () => sendDueMessages(world.visitor);
const states = async () =>
  world.rows<{ state: string; reason: string | null; tries: number }>(
    'SELECT state, reason, tries FROM message ORDER BY created_at, event_id',
  );

it('tells by the way that the person chose that there is an update, once, and nothing besides', async () => {
  const codeWord = canary('code-word');
  const person = await addReachablePerson(world, { address, codeWord });
  const id = await happen(await book(person));
  await send();
  await send();
  expect(got).toEqual([{ channel: 'email', id, address, locale: 'th', codeWord }]);
  expect(await states()).toEqual([{ state: 'sent', reason: null, tries: 1 }]);
});

it('leaves nothing for who never said how, and nothing for what the person did', async () => {
  const silent = await world.person();
  await happen(await book(silent));
  const person = await addReachablePerson(world, { address });
  const wish = { counsellorId: counsellor.actor.staffId, modality: 'video', zone: 'UTC' } as const;
  const { id } = await bookAppointment(person, { ...wish, startsAt: '2026-12-01T05:00:00Z' });
  const { organisationId, staffId } = counsellor.actor;
  const event = { id: newId(world.visitor), organisationId, staffId, appointmentId: id } as const;
  await carryOutEvent(world.system, { ...event, type: 'appointment.booked', by: 'person' });
  await send();
  expect(got).toEqual([]);
  expect(await states()).toEqual([]);
});

it('waits for the hours that the person chose, by their clock', async () => {
  const person = await addReachablePerson(world, { address, from: '09:00', to: '10:00' });
  await happen(await book(person));
  await send();
  world.clock.set('2026-11-24T01:59:59Z');
  await send();
  expect(got).toEqual([]);
  expect(await states()).toEqual([{ state: 'waiting', reason: null, tries: 0 }]);
  world.clock.set('2026-11-24T02:00:00Z');
  await send();
  expect(got).toHaveLength(1);
});

it.each([
  [
    'forward, where the hour is left out',
    '2026-03-28T12:00:00Z',
    '2026-04-05T00:30:00Z',
    '2026-03-29T04:00:00Z',
  ],
  [
    'back, where the hour comes twice',
    '2026-10-24T12:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:45:00Z',
  ],
])('keeps to the hours in the night in which clocks go %s', async (_name, now, opens, closedOrAgain) => {
  world.clock.set(now);
  const zone = 'Europe/Berlin';
  const person = await addReachablePerson(world, { address, days: ['SU'], from: '02:30', to: '03:00', zone });
  const { organisationId } = counsellor.actor;
  const subjectId = newId(world.visitor);
  const offer = async (id: string) =>
    carryOutEvent(world.system, {
      ...{ id, type: 'person.told', kind: 'offer-made', organisationId },
      ...{ personId: person.actor.personId, subjectId },
    });
  // Made late enough to have sense a week later.
  await offer(newId(world.visitor));
  await send();
  const [row] = await world.rows<{ state: string; next_at: Date | null; reason: string | null }>(
    'SELECT state, next_at, reason FROM message',
  );
  if (opens.startsWith('2026-04')) {
    // The only hour of this week is left out, and next week’s is more than the week that an offer waits.
    expect(row).toEqual({ state: 'not-sent', next_at: null, reason: 'too-late' });
    world.clock.set(closedOrAgain);
    await send();
    expect(got).toEqual([]);
  } else {
    expect(row?.next_at).toEqual(new Date(opens));
    world.clock.set('2026-10-25T01:15:00Z'); // between the first and the second 02:30: closed
    await send();
    expect(got).toEqual([]);
    world.clock.set(closedOrAgain); // 02:45 for the second time
    await send();
    expect(got).toHaveLength(1);
  }
});

it('drops what would come after the appointment has begun', async () => {
  const person = await addReachablePerson(world, { address, days: ['TU'], from: '12:00', to: '13:00' });
  world.clock.set('2026-11-24T07:00:00Z'); // the next hour of theirs is after the appointment
  await happen(await book(person));
  await send();
  expect(await states()).toEqual([{ state: 'not-sent', reason: 'too-late', tries: 0 }]);
  world.clock.set('2026-12-01T05:30:00Z');
  await send();
  expect(got).toEqual([]);
});

it('says nothing of an appointment that the person gave back before their hours came', async () => {
  const person = await addReachablePerson(world, { address, from: '09:00', to: '10:00' });
  const id = await book(person);
  await happen(id);
  await send();
  expect(await states(), 'it waited').toEqual([{ state: 'waiting', reason: null, tries: 0 }]);
  await cancelAppointment(person, { id });
  world.clock.set('2026-11-24T02:00:00Z');
  await send();
  expect(got).toEqual([]);
  expect(await states()).toEqual([{ state: 'not-sent', reason: 'changed', tries: 0 }]);
});

it('says nothing of news that the person has opened here meanwhile', async () => {
  const person = await addReachablePerson(world, { address, from: '09:00', to: '10:00' });
  const id = await book(person);
  await happen(id);
  expect(await listMyNotices(person, undefined)).toMatchObject([
    { kind: 'appointment-moved', appointment: { id } },
  ]);
  await markMyNoticesSeen(person, { about: id });
  expect(await listMyNotices(person, undefined)).toEqual([]);
  world.clock.set('2026-11-24T02:00:00Z');
  await send();
  expect(got).toEqual([]);
  expect(await states()).toMatchObject([{ reason: 'seen' }]);
});

it('says once what came to one appointment in one night', async () => {
  const person = await addReachablePerson(world, { address, from: '09:00', to: '10:00' });
  const id = await book(person);
  const both = [await happen(id), await happen(id)];
  world.clock.set('2026-11-24T02:00:00Z');
  await send();
  expect(got).toHaveLength(1);
  expect(both).toContain(got[0]?.id);
  expect((await states()).map(({ state, reason }) => reason ?? state).sort()).toEqual(['sent', 'together']);
});

describe('the person’s word', () => {
  it('counts at once: nothing leaves after they took the contact away', async () => {
    const person = await addReachablePerson(world, { address, from: '09:00', to: '10:00' });
    await happen(await book(person));
    await send();
    await removeSafeContact(person, undefined);
    world.clock.set('2026-11-24T02:00:00Z');
    await send();
    expect(got).toEqual([]);
    expect(await states()).toEqual([{ state: 'not-sent', reason: 'silent', tries: 0 }]);
  });

  it('is asked for again after eight weeks: until then nothing leaves', async () => {
    const person = await addReachablePerson(world, { address });
    world.clock.set('2027-01-19T01:00:00.001Z');
    const { organisationId } = counsellor.actor;
    const offer = { type: 'person.told', kind: 'offer-made', organisationId } as const;
    const ids = { personId: person.actor.personId, subjectId: newId(world.visitor) };
    await carryOutEvent(world.system, { ...offer, ...ids, id: newId(world.visitor) });
    await send();
    expect(await states()).toMatchObject([{ reason: 'silent' }]);
    await confirmSafeContact(person, undefined);
    await carryOutEvent(world.system, { ...offer, ...ids, id: newId(world.visitor) });
    await send();
    expect(got).toHaveLength(1);
  });

  it('is a call by a human where they chose that: the counsellor hears it, in their hours, and no machine calls', async () => {
    const phone = world.watch(canaryPhone());
    const person = await addReachablePerson(world, {
      channel: 'call',
      address: phone,
      from: '09:00',
      to: '10:00',
    });
    const id = await book(person);
    await happen(id);
    const calls = () =>
      world.rows(`SELECT data->>'appointmentId' AS about FROM pgboss.job WHERE data->>'kind' = 'call-asked'`);
    await send();
    expect(await calls()).toEqual([]);
    world.clock.set('2026-11-24T02:00:00Z');
    await send();
    await send();
    expect(await calls()).toEqual([{ about: id }]);
    expect(got).toEqual([]);
  });

  it('is kept where the operator has no such way: nothing leaves by another', async () => {
    const { sms } = world.ports.senders;
    delete world.ports.senders.sms;
    try {
      const phone = world.watch(canaryPhone());
      const person = await addReachablePerson(world, { channel: 'sms', address: phone });
      expect((await getMySafeContact(person, undefined)).ways).toEqual(['email', 'call']);
      await happen(await book(person));
      await send();
    } finally {
      if (sms) world.ports.senders.sms = sms;
    }
    expect(got).toEqual([]);
    expect(await states()).toMatchObject([{ reason: 'no-way' }]);
  });
});

describe('what goes wrong', () => {
  it('is tried again, later each time, and given up in the end', async () => {
    const person = await addReachablePerson(world, { address });
    await happen(await book(person));
    answers = Array.from({ length: 20 }, () => ({ kind: 'later', why: '451' }));
    const reported: string[] = [];
    for (let minutes = 0; minutes < 12 * 60; minutes++) {
      await sendDueMessages(world.visitor, { report: (why) => reported.push(why) });
      world.clock.advance(MINUTE);
    }
    expect(got).toHaveLength(6);
    expect(new Set(got.map(({ id }) => id)).size).toBe(1);
    expect(reported).toEqual(Array(6).fill('451'));
    expect(await states()).toEqual([{ state: 'given-up', reason: 'unreachable', tries: 6 }]);
    expect((await getMySafeContact(person, undefined)).current).toMatchObject({ refusedSince: null });
  });

  it('is over when the other side refuses for good, and the contact needs its person’s look', async () => {
    const person = await addReachablePerson(world, { address });
    const id = await book(person);
    await happen(id);
    answers = [{ kind: 'refused' }];
    await send();
    expect(await states()).toEqual([{ state: 'given-up', reason: 'refused', tries: 1 }]);
    expect((await getMySafeContact(person, undefined)).current?.refusedSince).toBe('2026-11-24T01:00:00Z');
    world.clock.advance(MINUTE);
    await happen(id);
    await send();
    expect(got, 'it is not tried anew').toHaveLength(1);
    expect(await states()).toMatchObject([{ reason: 'refused' }, { reason: 'needs-look' }]);
    world.clock.advance(MINUTE);
    await confirmSafeContact(person, undefined);
    expect((await getMySafeContact(person, undefined)).current?.refusedSince).toBeNull();
    await happen(id);
    await send();
    expect(got).toHaveLength(2);
  });

  it('blames no contact that was said anew while the old one was tried', async () => {
    const person = await addReachablePerson(world, { address });
    const id = await happen(await book(person));
    const { organisationId } = counsellor.actor;
    const taken = await takeMessage(world.system, { organisationId, id });
    if (taken === null) throw new Error('nothing was taken');
    world.clock.advance(1000);
    await confirmSafeContact(person, undefined);
    const { tries, confirmedAt } = taken;
    await settleMessage(world.system, { organisationId, id, tries, confirmedAt, outcome: 'refused' });
    expect((await getMySafeContact(person, undefined)).current?.refusedSince).toBeNull();
  });

  it('is sent once more, under the same id, by another worker when one was killed before it could say so', async () => {
    const person = await addReachablePerson(world, { address });
    const id = await happen(await book(person));
    const { organisationId } = counsellor.actor;
    const taken = await takeMessage(world.system, { organisationId, id });
    if (taken === null) throw new Error('nothing was taken');
    await world.ports.senders.email?.(taken);
    // Here the worker is killed: nothing is noted.
    await send();
    expect(got, 'the other one has not the message yet').toHaveLength(1);
    world.clock.advance(2 * MINUTE);
    await send();
    expect(got.map((message) => message.id)).toEqual([id, id]);
    expect(await states()).toEqual([{ state: 'sent', reason: null, tries: 2 }]);
    // The first one was not dead but slow: what it says now changes nothing.
    const { tries, confirmedAt } = taken;
    await settleMessage(world.system, { organisationId, id, tries, confirmedAt, outcome: 'refused' });
    expect(await states()).toEqual([{ state: 'sent', reason: null, tries: 2 }]);
  });

  it('repeats nothing of what was sent when a way out breaks', async () => {
    const person = await addReachablePerson(world, { address });
    await happen(await book(person));
    const { email } = world.ports.senders;
    world.ports.senders.email = async (message) => {
      throw new Error(`could not reach ${message.address}`);
    };
    const reported: string[] = [];
    await sendDueMessages(world.visitor, { report: (why) => reported.push(why) });
    if (email) world.ports.senders.email = email;
    expect(reported).toEqual(['failed']);
    expect(await states()).toEqual([{ state: 'waiting', reason: null, tries: 1 }]);
  });
});

it('leaves each once when several workers send at the same time', async () => {
  const people = await Promise.all(
    [0, 1, 2, 3].map(() => addReachablePerson(world, { address: world.watch(canaryEmail('many')) })),
  );
  const ids: string[] = [];
  for (const [index, person] of people.entries()) {
    const wish = { counsellorId: counsellor.actor.staffId, modality: 'video', zone: 'UTC' } as const;
    const at = `2026-12-01T0${3 + index}:00:00Z`;
    ids.push(await happen((await bookAppointment(person, { ...wish, startsAt: at })).id));
  }
  await Promise.all(Array.from({ length: 6 }, send));
  expect(got.map(({ id }) => id).sort()).toEqual(ids.sort());
});

it('opens nobody’s key for the system but that of whom something is due for', async () => {
  const person = await addReachablePerson(world, { address, from: '09:00', to: '10:00' });
  const opened = async () => {
    const { inTransaction } = await import('../kernel/index.ts');
    return inTransaction(world.system, 'read only', async (tx) =>
      (await tx.db.selectFrom('person_vault').select('person_id').execute()).map((row) => row.person_id),
    );
  };
  expect(await opened()).toEqual([]);
  await happen(await book(person));
  expect(await opened()).toEqual([person.actor.personId]);
  await send();
  expect(await opened(), 'it waits for their hours').toEqual([]);
});
