import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  addStaff,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import {
  bookAppointment,
  cancelAppointment,
  getAppointmentForCounsellor,
  listAgenda,
  listMyAppointments,
  stopSeeing,
} from '../booking/index.ts';
import { asSystem, inTransaction, newId } from '../kernel/index.ts';
import { deactivateStaff, reactivateStaff } from '../staff/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { AFTER_CONFIRMATION_MS, extendAssignment } from './extend-assignment.ts';
import { listMyAssignments } from './list-my-assignments.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

const DAY = 24 * 60 * 60_000;
const NAME = canary('call-me');
let world: World;
let counsellor: CounsellorContext;
let person: PersonContext;

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  counsellor = await addCounsellor(world);
  person = await world.person();
});

const book = (startsAt: string, by = person, at = counsellor) =>
  bookAppointment(by, {
    counsellorId: at.actor.staffId,
    startsAt,
    modality: 'video',
    zone: 'Asia/Bangkok',
    callMe: NAME,
  });

/** What a counsellor's agenda says people want to be called. */
async function namesSeenBy(who: CounsellorContext): Promise<(string | null)[]> {
  const agenda = await listAgenda(who, { from: '2026-11-25T00:00:00Z', to: '2027-01-05T00:00:00Z' });
  return agenda.map(({ callMe }) => callMe);
}

/** Whether the database lets this counsellor have the person's key. */
const holdsKey = (who: CounsellorContext, of = person) =>
  inTransaction(who, 'read only', async (tx) => {
    const keys = await findPersonKeys(tx, [of.actor.personId]);
    return keys.size === 1;
  });

describe('a counsellor', () => {
  it('sees what a person wrote from the booking until 30 days after its end, and afterwards the time without the name', async () => {
    expect(await holdsKey(counsellor)).toBe(false);
    await book('2026-12-01T03:00:00Z');
    expect(await namesSeenBy(counsellor)).toEqual([NAME]);
    world.clock.set('2026-12-31T03:59:59Z');
    expect(await namesSeenBy(counsellor)).toEqual([NAME]);
    world.clock.set('2026-12-31T04:00:00Z');
    expect(await namesSeenBy(counsellor)).toEqual([null]);
    expect(await holdsKey(counsellor)).toBe(false);
  });

  it('sees them for longer after another booking, from its end on', async () => {
    await book('2026-12-01T03:00:00Z');
    world.clock.set('2026-12-20T01:00:00Z');
    await book('2026-12-21T03:00:00Z');
    world.clock.set('2027-01-20T03:59:59Z');
    expect(await holdsKey(counsellor)).toBe(true);
    world.clock.set('2027-01-20T04:00:00Z');
    expect(await holdsKey(counsellor)).toBe(false);
  });

  it('sees them for 90 days at least once they have said that they know the person', async () => {
    await book('2026-12-01T03:00:00Z');
    await inTransaction(counsellor, 'read write', (tx) =>
      asSystem(tx, (db) =>
        extendAssignment(
          { ...tx, db },
          {
            organisationId: counsellor.actor.organisationId,
            personId: person.actor.personId,
            staffId: counsellor.actor.staffId,
            kind: 'confirmed',
            until: world.clock.now() + AFTER_CONFIRMATION_MS,
          },
        ),
      ),
    );
    world.clock.advance(90 * DAY - 1);
    expect(await holdsKey(counsellor)).toBe(true);
    world.clock.advance(1);
    expect(await holdsKey(counsellor)).toBe(false);
  });

  it('is not shown a name any more once the appointment is given back, and looks after nobody by it', async () => {
    const { id } = await book('2026-12-01T03:00:00Z');
    await cancelAppointment(person, { id });
    expect(await namesSeenBy(counsellor)).toEqual([null]);
    expect((await getAppointmentForCounsellor(counsellor, { id })).callMe).toBeNull();
    expect(await holdsKey(counsellor)).toBe(false);
  });

  it('still looks after a person who gave one of two appointments back, until 30 days after the other', async () => {
    await book('2026-12-01T03:00:00Z');
    const { id } = await book('2026-12-20T03:00:00Z');
    await cancelAppointment(person, { id });
    expect(await namesSeenBy(counsellor)).toEqual([NAME, null]);
    world.clock.set('2026-12-31T03:59:59Z');
    expect(await holdsKey(counsellor)).toBe(true);
    world.clock.set('2026-12-31T04:00:00Z');
    expect(await holdsKey(counsellor)).toBe(false);
  });
});

describe('a colleague of the same organisation who does not look after the person', () => {
  it('gets no key, no appointment, and for an id of theirs the answer of a random id', async () => {
    const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
    const { id } = await book('2026-12-01T03:00:00Z');
    expect(await holdsKey(colleague)).toBe(false);
    expect(await namesSeenBy(colleague)).toEqual([]);
    const refusals = await Promise.all(
      [id, newId(world.system)].map((one) =>
        getAppointmentForCounsellor(colleague, { id: one }).catch((error: unknown) => error),
      ),
    );
    expect(refusals[0]).toMatchObject({ code: 'not-found' });
    expect(refusals[0]).toEqual(refusals[1]);
    expect(
      await world.rows('SELECT FROM record_access WHERE staff_id = $1', [colleague.actor.staffId]),
    ).toEqual([]);
  });
});

describe('a person', () => {
  it('is told who sees what they wrote now, each once, and until when', async () => {
    expect(await listMyAssignments(person, undefined)).toEqual([]);
    await book('2026-12-01T03:00:00Z');
    await book('2026-12-05T03:00:00Z');
    expect(await listMyAssignments(person, undefined)).toEqual([
      {
        counsellorId: counsellor.actor.staffId,
        alias: expect.stringMatching(/^Counsellor/),
        organisation: expect.any(String),
        until: '2027-01-04T04:00:00Z',
      },
    ]);
    expect(await listMyAssignments(await world.person(), undefined)).toEqual([]);
    world.clock.set('2027-01-04T04:00:00Z');
    expect(await listMyAssignments(person, undefined)).toEqual([]);
  });
});

describe('a person who stops seeing a counsellor', () => {
  it('is seen no more: appointments ahead are given back, old ones keep their time and lose the name', async () => {
    await book('2026-11-25T03:00:00Z');
    await book('2026-12-10T03:00:00Z');
    world.clock.set('2026-11-26T01:00:00Z');
    await stopSeeing(person, { counsellorId: counsellor.actor.staffId });
    expect(await namesSeenBy(counsellor)).toEqual([null, null]);
    expect(await holdsKey(counsellor)).toBe(false);
    const mine = await listMyAppointments(person, undefined);
    expect(mine.map(({ status, callMe }) => [status, callMe])).toEqual([
      ['cancelled', NAME],
      ['booked', NAME],
    ]);
    const jobs = await world.rows(
      `SELECT FROM pgboss.job WHERE data->>'type' = 'appointment.cancelled' AND data->>'staffId' = $1`,
      [counsellor.actor.staffId],
    );
    expect(jobs).toHaveLength(1);
  });

  it('ends nothing with another counsellor, and nothing of another person', async () => {
    const other = await addCounsellor(world);
    const somebody = await world.person();
    await book('2026-12-01T03:00:00Z', person, other);
    await book('2026-12-02T03:00:00Z', somebody);
    await stopSeeing(person, { counsellorId: counsellor.actor.staffId });
    expect(await namesSeenBy(other)).toEqual([NAME]);
    expect(await namesSeenBy(counsellor)).toEqual([NAME]);
  });

  it('may repeat it, and gets the same answer for a counsellor they never met and for none', async () => {
    await book('2026-12-01T03:00:00Z');
    const ids = [counsellor.actor.staffId, counsellor.actor.staffId, newId(world.system)];
    for (const counsellorId of ids) expect(await stopSeeing(person, { counsellorId })).toBe(counsellorId);
  });

  it('can book the same counsellor again, who then sees them again', async () => {
    await book('2026-12-01T03:00:00Z');
    await stopSeeing(person, { counsellorId: counsellor.actor.staffId });
    await book('2026-12-02T03:00:00Z');
    expect(await namesSeenBy(counsellor)).toEqual([null, NAME]);
  });
});

describe('a counsellor who leaves', () => {
  it('looks after nobody by the appointments that are given back with it, should they come back', async () => {
    const admin = await addStaff(world, {
      role: 'organisation-admin',
      organisationId: counsellor.actor.organisationId,
    });
    const known = await world.person();
    await book('2026-11-25T03:00:00Z', known);
    await book('2026-12-10T03:00:00Z', known);
    await book('2026-12-01T03:00:00Z');
    world.clock.set('2026-11-26T01:00:00Z');
    const id = counsellor.actor.staffId;
    await deactivateStaff(admin, { id });
    expect(await listMyAssignments(person, undefined)).toEqual([]);
    expect(await listMyAssignments(known, undefined)).toMatchObject([{ until: '2026-12-25T04:00:00Z' }]);
    await reactivateStaff(admin, { id });
    expect(await holdsKey(counsellor)).toBe(false);
    expect(await holdsKey(counsellor, known)).toBe(true);
    world.clock.set('2026-12-25T04:00:00Z');
    expect(await holdsKey(counsellor, known)).toBe(false);
  });
});
