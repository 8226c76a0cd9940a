import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounsellor, canary, createWorld, type World } from '../../testing/index.ts';
import { listFreeSlots } from '../counsellor/index.ts';
import { type Context, newId } from '../kernel/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { MOST_OPEN_BOOKINGS } from './booking-rules.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { getAppointmentForCounsellor } from './get-appointment-for-counsellor.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { listMyAppointments } from './list-my-appointments.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

/** Ten in the morning in Jakarta, some days from the world's now. */
const at = (day: number, hour = 3) =>
  `2026-12-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
const wish = (counsellorId: string, startsAt: string) => ({
  counsellorId,
  startsAt,
  modality: 'video' as const,
  zone: 'Asia/Bangkok',
});

async function outcomeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'booked';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

const countOf = async (statement: string, values: unknown[] = []) =>
  Number((await world.rows<{ count: string }>(`SELECT count(*) FROM ${statement}`, values))[0]?.count);

describe('a person who books', () => {
  it('sees the appointment as they asked for it, with how to meet and no more of the counsellor than a name', async () => {
    const { actor } = await addCounsellor(world, { alias: 'Ibu Sari' });
    const person = await world.person();
    const { id } = await bookAppointment(person, {
      ...wish(actor.staffId, at(1)),
      language: 'ID',
      callMe: '  มะลิ ',
    });
    const booked = await getMyAppointment(person, { id });
    expect(booked).toEqual({
      id,
      status: 'booked',
      startsAt: at(1),
      endsAt: at(1, 4),
      zone: 'Asia/Bangkok',
      modality: 'video',
      language: 'id',
      counsellor: { id: actor.staffId, alias: 'Ibu Sari', organisation: expect.any(String) },
      callMe: 'มะลิ',
      interpreterLanguage: null,
      bringsCompanion: false,
      whoCalls: null,
      reach: null,
      declined: null,
      group: null,
      seriesId: null,
      meetingDetails: null,
      place: null,
      canCancel: true,
      videoRoom: null,
      canMove: true,
      cancelledBy: null,
    });
    expect(await listMyAppointments(person, undefined)).toEqual([booked]);
  });

  it('leaves the name they gave unreadable in the database', async () => {
    const { actor } = await addCounsellor(world);
    const callMe = canary('call-me');
    await bookAppointment(await world.person(), { ...wish(actor.staffId, at(1)), callMe });
    const dump = JSON.stringify(
      await world.rows('SELECT a.*, encode(call_me_sealed, $1) FROM appointment a', ['escape']),
    );
    expect(dump).not.toContain(callMe);
  });

  it('may say how to be reached, who interprets and who comes along; the counsellor sees it until it is given back', async () => {
    const counsellor = await addCounsellor(world);
    const person = await world.person();
    const reach = canary('reach');
    const said = { whoCalls: 'counsellor', reach, interpreterLanguage: 'my', bringsCompanion: true } as const;
    const { id } = await bookAppointment(person, {
      ...wish(counsellor.actor.staffId, at(1)),
      modality: 'phone',
      ...said,
    });
    expect(await getMyAppointment(person, { id })).toMatchObject(said);
    expect(await getAppointmentForCounsellor(counsellor, { id })).toMatchObject(said);
    await cancelAppointment(person, { id });
    expect(await getAppointmentForCounsellor(counsellor, { id })).toMatchObject({
      whoCalls: null,
      reach: null,
    });
  });

  it('is asked for a number only where one is needed', async () => {
    const { actor } = await addCounsellor(world);
    const person = await world.person();
    const pointersOf = async (said: object, modality: 'video' | 'phone') => {
      const refusal = await bookAppointment(person, {
        ...wish(actor.staffId, at(1)),
        modality,
        ...said,
      }).catch((error) => error);
      return refusal.issues?.map(({ pointer }: { pointer: string }) => pointer);
    };
    expect(await pointersOf({ reach: '1' }, 'video')).toEqual(['/reach']);
    expect(await pointersOf({ whoCalls: 'person' }, 'video')).toEqual(['/whoCalls']);
    expect(await pointersOf({ whoCalls: 'counsellor' }, 'phone')).toEqual(['/reach']);
    expect(await pointersOf({ whoCalls: 'person' }, 'phone')).toBeUndefined();
  });

  it('gets the same appointment when the form is sent twice, and one event leaves', async () => {
    const { actor } = await addCounsellor(world);
    const person = await world.person();
    const first = await bookAppointment(person, wish(actor.staffId, at(1)));
    const again = await Promise.all([1, 2, 3].map(() => bookAppointment(person, wish(actor.staffId, at(1)))));
    expect(again).toEqual([first, first, first]);
    expect(await countOf(`pgboss.job WHERE data->>'appointmentId' = $1`, [first.id])).toBe(1);
  });

  it('is told that the time is taken, whether it is booked, outside hours, too soon or past', async () => {
    const counsellor = await addCounsellor(world, { noticeMinutes: 600 });
    const [one, two] = [await world.person(), await world.person()];
    await bookAppointment(one, wish(counsellor.actor.staffId, at(1)));
    for (const startsAt of [
      at(1),
      at(1, 20),
      '2026-11-24T03:00:00Z',
      '2026-11-20T03:00:00Z',
      at(1, 3).replace(':00:00Z', ':30:00Z'),
    ]) {
      expect(await outcomeOf(bookAppointment(two, wish(counsellor.actor.staffId, startsAt)))).toBe(
        'slot-taken',
      );
    }
  });

  it('is refused a way to meet or a language that is not offered, with the field named', async () => {
    const { actor } = await addCounsellor(world);
    const person = await world.person();
    await expect(
      bookAppointment(person, { ...wish(actor.staffId, at(1)), modality: 'in-person' }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ pointer: '/modality' }],
    });
    await expect(
      bookAppointment(person, { ...wish(actor.staffId, at(1)), language: 'th' }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ pointer: '/language' }],
    });
  });

  it('is refused a second counsellor at the same time, and not before or after', async () => {
    const [one, two] = [await addCounsellor(world), await addCounsellor(world)];
    const person = await world.person();
    await bookAppointment(person, wish(one.actor.staffId, at(1)));
    expect(await outcomeOf(bookAppointment(person, wish(two.actor.staffId, at(1))))).toBe(
      'already-booked-then',
    );
    expect(await outcomeOf(bookAppointment(person, wish(two.actor.staffId, at(1, 4))))).toBe('booked');
  });

  it('is not offered a time at which they have another appointment', async () => {
    const [one, two] = [await addCounsellor(world), await addCounsellor(world)];
    const person = await world.person();
    await bookAppointment(person, wish(one.actor.staffId, at(1)));
    const offered = async (context: Context) =>
      (await listFreeSlots(context, { counsellorId: two.actor.staffId, from: at(1, 0), to: at(1, 23) })).map(
        (slot) => slot.startsAt,
      );
    expect(await offered(world.visitor)).toContain(at(1));
    expect(await offered(person)).toEqual((await offered(world.visitor)).filter((start) => start !== at(1)));
  });

  it('may have so many open appointments and no more; one that is over makes room', async () => {
    const { actor } = await addCounsellor(world);
    const person = await world.person();
    for (let i = 0; i < MOST_OPEN_BOOKINGS; i++)
      await bookAppointment(person, wish(actor.staffId, at(2 + i)));
    expect(await outcomeOf(bookAppointment(person, wish(actor.staffId, at(20))))).toBe('too-many-bookings');
    world.clock.set(at(2, 4));
    expect(await outcomeOf(bookAppointment(person, wish(actor.staffId, at(20))))).toBe('booked');
    world.clock.set('2026-11-24T01:00:00Z');
  });

  it('as a newcomer hears of an unknown counsellor and of one who takes nobody new alike', async () => {
    const { actor } = await addCounsellor(world);
    await world.rows('UPDATE counsellor SET accepts_newcomers = false WHERE id = $1', [actor.staffId]);
    const person = await world.person({ newcomer: true });
    for (const id of [actor.staffId, newId(world.system)]) {
      await expect(bookAppointment(person, wish(id, at(1)))).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('a time that was given back', () => {
  it('can be booked again, by the same person and by another, any number of times', async () => {
    const { actor } = await addCounsellor(world);
    const people = [await world.person(), await world.person()];
    for (const person of [...people, ...people]) {
      const { id } = await bookAppointment(person, wish(actor.staffId, at(1)));
      expect(await cancelAppointment(person, { id })).toMatchObject({
        status: 'cancelled',
        canCancel: false,
      });
    }
    expect(await countOf('appointment WHERE counsellor_id = $1', [actor.staffId])).toBe(4);
  });
});

describe('a hold of somebody else', () => {
  const hold = (
    person: Context & { actor: { personId: string } },
    counsellor: { staffId: string; organisationId: string },
    until: string,
  ) =>
    world.rows(
      `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period,
         modality, person_zone, hold_expires_at, created_at)
       VALUES ($1, $2, $3, $4, 'A-1', 'held', tstzrange($5, $6), tstzrange($5, $6), 'video', 'UTC', $7, now())`,
      [
        newId(world.system),
        counsellor.organisationId,
        counsellor.staffId,
        person.actor.personId,
        at(1),
        at(1, 4),
        until,
      ],
    );

  it('stands in the way until its time is over, and not a moment longer', async () => {
    const { actor } = await addCounsellor(world);
    const [holder, other] = [await world.person(), await world.person()];
    await hold(holder, actor, '2026-11-24T01:10:00Z');
    expect(await outcomeOf(bookAppointment(other, wish(actor.staffId, at(1))))).toBe('slot-taken');
    world.clock.set('2026-11-24T01:10:00Z');
    expect(await outcomeOf(bookAppointment(other, wish(actor.staffId, at(1))))).toBe('booked');
    world.clock.set('2026-11-24T01:00:00Z');
  });
});

describe('a booking that fails late', () => {
  it('leaves no appointment, no job and no audit row', async () => {
    const { actor } = await addCounsellor(world);
    const person = await world.person();
    const jobs = await countOf('pgboss.job');
    await world.rows(`CREATE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NOT EXISTS (SELECT FROM pgboss.job WHERE data->>'staffId' = '${actor.staffId}') THEN RAISE 'no job yet'; END IF;
      RAISE 'fault after the job'; END $$`);
    await world.rows(
      `CREATE TRIGGER fail_late BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (NEW.action = 'appointment.book') EXECUTE FUNCTION fail_late()`,
    );
    const failing = bookAppointment(person, wish(actor.staffId, at(1)));
    await expect(failing).rejects.toThrow('fault after the job');
    await world.rows('DROP TRIGGER fail_late ON audit_entry');

    expect(await countOf('appointment WHERE counsellor_id = $1', [actor.staffId])).toBe(0);
    expect(await countOf('pgboss.job')).toBe(jobs);
    expect(
      await countOf(`audit_entry WHERE action = 'appointment.book' AND actor_id = $1`, [
        person.actor.personId,
      ]),
    ).toBe(0);
    expect(await outcomeOf(bookAppointment(person, wish(actor.staffId, at(1))))).toBe('booked');
    expect(await countOf('pgboss.job')).toBe(jobs + 1);
  });
});
