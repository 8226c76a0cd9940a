import { openDatabase } from '@homeward/db';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { verifyChain } from '../audit/index.ts';
import { bookAppointment, getAppointmentForCounsellor, listAgenda } from '../booking/index.ts';

let world: World;
let counsellor: CounsellorContext;
let people: string[];
let id: string;
const week = { from: '2026-11-30T00:00:00Z', to: '2026-12-07T00:00:00Z' };

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  counsellor = await addCounsellor(world);
  people = [];
  for (const hour of [3, 4]) {
    const person = await world.person();
    people.push(person.actor.personId);
    ({ id } = await bookAppointment(person, {
      counsellorId: counsellor.actor.staffId,
      startsAt: `2026-12-01T0${hour}:00:00Z`,
      modality: 'video',
      zone: 'Asia/Bangkok',
      callMe: canary('call-me'),
    }));
  }
});

interface Look {
  person_id: string;
  what: string;
  audited: number;
}

/** What was noted of this counsellor's looks, and how many audit rows say the same. */
const looks = () =>
  world.rows<Look>(
    `SELECT r.person_id, r.what, (SELECT count(*)::int FROM audit_entry a
       WHERE a.id = r.id AND a.actor_id = r.staff_id AND a.subject_id = r.person_id AND a.at = r.at) AS audited
     FROM record_access r WHERE staff_id = $1 ORDER BY at, person_id, what`,
    [counsellor.actor.staffId],
  );
const audited = async () =>
  (
    await world.rows(`SELECT FROM audit_entry WHERE actor_id = $1 AND action LIKE 'appointment.%'`, [
      counsellor.actor.staffId,
    ])
  ).length;

it('notes for each person that they were seen, with an audit row, before anything is answered', async () => {
  expect(await listAgenda(counsellor, week)).toHaveLength(2);
  expect(await looks()).toEqual(
    [...people].sort().map((person_id) => ({ person_id, what: 'agenda', audited: 1 })),
  );
});

it('notes the same look once an hour, and another one beside it', async () => {
  await listAgenda(counsellor, week);
  await listAgenda(counsellor, week);
  world.clock.advance(59 * 60_000);
  await listAgenda(counsellor, week);
  expect(await looks()).toHaveLength(2);
  expect(await audited()).toBe(2);
  await getAppointmentForCounsellor(counsellor, { id });
  expect((await looks()).map(({ what }) => what).sort()).toEqual(['agenda', 'agenda', 'appointment']);
  world.clock.advance(60_000);
  await listAgenda(counsellor, week);
  expect(await looks()).toHaveLength(5);
  expect(await audited()).toBe(5);
});

it('notes nothing where nobody is seen', async () => {
  expect(await listAgenda(counsellor, { from: '2027-01-01T00:00:00Z', to: '2027-01-02T00:00:00Z' })).toEqual(
    [],
  );
  expect(await looks()).toEqual([]);
});

it('notes many looks at once, once each, in one whole chain', async () => {
  const readers = await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      i % 2 === 0 ? listAgenda(counsellor, week) : getAppointmentForCounsellor(counsellor, { id }),
    ),
  );
  expect(readers).toHaveLength(24);
  expect(await looks()).toHaveLength(3);
  expect(await audited()).toBe(3);
  const owner = openDatabase(world.owner);
  const anchors = { append: async () => {}, read: async () => Readable() };
  expect((await verifyChain(owner, anchors)).fault).toBeUndefined();
  await owner.destroy();
});
async function* Readable(): AsyncGenerator<never> {}

describe('a reading that breaks between the reading and the commit', () => {
  afterEach(async () => {
    await world.rows('DROP TRIGGER IF EXISTS break_it ON record_access');
    await world.rows('DROP TRIGGER IF EXISTS break_it ON audit_entry');
  });

  it.each([
    [
      'its connection is killed',
      '57P01',
      'AFTER INSERT ON record_access',
      'PERFORM pg_terminate_backend(pg_backend_pid());',
    ],
    ['no audit row can be written', 'P0001', 'BEFORE INSERT ON audit_entry', `RAISE EXCEPTION 'no';`],
  ])('answers nothing and notes nothing when %s', async (_what, code, when, deed) => {
    await world.rows(
      `CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${deed} RETURN NEW; END $$`,
    );
    await world.rows('GRANT EXECUTE ON FUNCTION break_it TO homeward_app');
    await world.rows(`CREATE TRIGGER break_it ${when} FOR EACH ROW EXECUTE FUNCTION break_it()`);
    await expectNothing(code);
  });

  it('answers nothing and notes nothing when the commit itself fails', async () => {
    await world.rows(
      `CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'HW001'; END $$`,
    );
    await world.rows('GRANT EXECUTE ON FUNCTION break_it TO homeward_app');
    await world.rows(
      'CREATE CONSTRAINT TRIGGER break_it AFTER INSERT ON record_access DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION break_it()',
    );
    await expectNothing('HW001');
  });

  async function expectNothing(code: string) {
    const answers: unknown[] = [];
    const asked = listAgenda(counsellor, week).then((answer) => answers.push(answer));
    await expect(asked, 'the fault happened').rejects.toMatchObject({ code });
    expect(answers).toEqual([]);
    expect(await looks()).toEqual([]);
    expect(await audited()).toBe(0);
  }
});
