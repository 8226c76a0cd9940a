import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { listMyAssignments } from '../assignment/index.ts';
import { bookAppointment, cancelAppointment, listAgenda } from '../booking/index.ts';
import { newId } from '../kernel/index.ts';
import { listNotes, writeNote } from '../note/index.ts';
import { deactivateStaff } from '../staff/index.ts';
import { answerHandover, listMyHandovers, planHandover, proposeHandover, withdrawHandover } from './index.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

const NOTE = canary('note');
const NAME = canary('call-me');
let world: World;
let from: CounsellorContext;
let to: CounsellorContext;
let person: PersonContext;
let first: string;
let second: string;

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z', maxConnections: 16 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  from = await addCounsellor(world);
  to = await addCounsellor(world, { organisationId: from.actor.organisationId, bufferAfterMinutes: 15 });
  person = await world.person();
  first = await book('2026-12-01T03:00:00Z');
  second = await book('2026-12-08T03:00:00Z');
  await writeNote(from, { appointmentId: first, text: NOTE, after: 0 });
});

const book = async (startsAt: string, by = person, at = from) =>
  (
    await bookAppointment(by, {
      counsellorId: at.actor.staffId,
      startsAt,
      modality: 'video',
      zone: 'Asia/Bangkok',
      callMe: NAME,
    })
  ).id;

const idOf = (who: CounsellorContext) => who.actor.staffId;
const propose = () => proposeHandover(from, { appointmentId: first, colleagueId: idOf(to) });
const agendaOf = async (who: CounsellorContext) =>
  (await listAgenda(who, { from: '2026-11-25T00:00:00Z', to: '2027-01-05T00:00:00Z' })).map(
    ({ id, callMe }) => [id, callMe],
  );
/** Whom the database says the appointments lie with, and the stretch that each blocks. */
const hosts = () =>
  world.rows<{ id: string; counsellor_id: string; blocked: string }>(
    `SELECT id, counsellor_id, to_char(upper(blocked_period) AT TIME ZONE 'UTC', 'HH24:MI') AS blocked
     FROM appointment WHERE person_id = $1 AND status = 'booked' ORDER BY period`,
    [person.actor.personId],
  );
/** What has left for others since, without what everybody's booking says. */
const told = async () =>
  (
    await world.rows<{ data: Record<string, string> }>(
      `SELECT data FROM pgboss.job WHERE data->>'organisationId' = $1 AND data->>'type' LIKE '%.told' ORDER BY created_on, data->>'id'`,
      [from.actor.organisationId],
    )
  ).map(({ data }) => [data.kind, data.staffId ?? data.personId]);
const codeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('a handover', () => {
  it('names beforehand what would go along, and what of it the colleague can’t take', async () => {
    await book('2026-12-08T03:00:00Z', await world.person(), to);
    const plan = await planHandover(from, { appointmentId: second, colleagueId: idOf(to) });
    expect(plan).toEqual({
      colleagues: [{ id: idOf(to), alias: expect.any(String) }],
      appointments: [
        expect.objectContaining({ id: first, clash: null }),
        expect.objectContaining({ id: second, clash: 'taken' }),
      ],
      asked: null,
    });
    await expect(propose()).rejects.toMatchObject({ code: 'slot-taken' });
    expect(await listMyHandovers(person, undefined)).toEqual([]);
  });

  it('moves nothing before the person was asked, nor when they say no, for which nobody asks a reason', async () => {
    const before = await hosts();
    const { id } = await propose();
    expect(await hosts()).toEqual(before);
    expect(await listMyHandovers(person, undefined)).toMatchObject([
      {
        id,
        what: 'person',
        status: 'asked',
        from: { id: idOf(from) },
        to: { id: idOf(to) },
        appointments: [{ id: first }, { id: second }],
      },
    ]);
    await answerHandover(person, { id, accept: false });
    await answerHandover(person, { id, accept: false });
    expect(await hosts()).toEqual(before);
    expect(await agendaOf(to)).toEqual([]);
    expect(await listMyHandovers(person, undefined)).toEqual([]);
    expect(await codeOf(answerHandover(person, { id, accept: true }))).toBe('conflict');
    expect(await told()).toEqual([
      ['handover-asked', person.actor.personId],
      ['handover-refused', idOf(from)],
    ]);
  });

  it('moves everything at once on a yes: appointments with the colleague’s buffers, care, notes; and tells all three', async () => {
    const { id } = await propose();
    await answerHandover(person, { id, accept: true });
    expect(await hosts()).toEqual([
      { id: first, counsellor_id: idOf(to), blocked: '04:15' },
      { id: second, counsellor_id: idOf(to), blocked: '04:15' },
    ]);
    expect(await agendaOf(from)).toEqual([]);
    expect(await agendaOf(to)).toEqual([
      [first, NAME],
      [second, NAME],
    ]);
    expect((await listMyAssignments(person, undefined)).map(({ counsellorId }) => counsellorId)).toEqual([
      idOf(to),
    ]);
    expect(await listNotes(to, { appointmentId: second })).toMatchObject([{ versions: [{ text: NOTE }] }]);
    expect(await codeOf(listNotes(from, { appointmentId: first }))).toBe('not-found');
    expect((await told()).slice(1).sort()).toEqual(
      [
        ['handover-done', person.actor.personId],
        ['handover-done', idOf(from)],
        ['handover-done', idOf(to)],
      ].sort(),
    );
  });

  it('leaves what is past where it was, and shows its notes to the one who looks after the person now', async () => {
    world.clock.set('2026-12-02T01:00:00Z');
    const { id } = await proposeHandover(from, { appointmentId: second, colleagueId: idOf(to) });
    await answerHandover(person, { id, accept: true });
    expect((await hosts()).map((row) => row.counsellor_id)).toEqual([idOf(from), idOf(to)]);
    expect(await listNotes(to, { appointmentId: second })).toMatchObject([{ appointmentId: first }]);
    expect(await agendaOf(from)).toEqual([[first, null]]);
  });

  it('does all or nothing: with one time taken since, nothing moves, nobody is told, and the question stays', async () => {
    const { id } = await propose();
    const before = [await hosts(), await told()];
    await book('2026-12-08T03:00:00Z', await world.person(), to);
    expect(await codeOf(answerHandover(person, { id, accept: true }))).toBe('slot-taken');
    expect([await hosts(), await told()]).toEqual(before);
    expect(await listNotes(from, { appointmentId: first })).toHaveLength(1);
    expect(await listMyHandovers(person, undefined)).toMatchObject([{ id, status: 'asked' }]);
    await cancelAppointment(person, { id: second });
    expect(await codeOf(answerHandover(person, { id, accept: true }))).toBe('done');
  });

  it('is the person’s own to answer, and the counsellor’s to propose and take back while they look after them', async () => {
    const { id } = await propose();
    const stranger = await world.person();
    expect(await codeOf(answerHandover(stranger, { id, accept: true }))).toBe('not-found');
    expect(await codeOf(answerHandover(stranger, { id: newId(world.system), accept: true }))).toBe(
      'not-found',
    );
    await withdrawHandover(to, { id });
    expect(await listMyHandovers(person, undefined)).toHaveLength(1);
    await withdrawHandover(from, { id });
    expect(await listMyHandovers(person, undefined)).toEqual([]);
    expect(await codeOf(answerHandover(person, { id, accept: true }))).toBe('conflict');
    const elsewhere = await addCounsellor(world);
    for (const who of [to, elsewhere])
      expect(await codeOf(proposeHandover(who, { appointmentId: first, colleagueId: idOf(from) }))).toBe(
        'not-found',
      );
    for (const colleagueId of [idOf(elsewhere), idOf(from), newId(world.system)])
      expect(await codeOf(proposeHandover(from, { appointmentId: first, colleagueId }))).toBe('not-found');
  });

  it('asks one question at a time, and none that nobody could carry out any more', async () => {
    const third = await addCounsellor(world, { organisationId: from.actor.organisationId });
    const { id: old } = await propose();
    const { id } = await proposeHandover(from, { appointmentId: first, colleagueId: idOf(third) });
    expect(await listMyHandovers(person, undefined)).toMatchObject([{ id, to: { id: idOf(third) } }]);
    expect(await codeOf(answerHandover(person, { id: old, accept: true }))).toBe('conflict');
    const admin = { ...world.system, actor: { kind: 'system' as const } };
    await deactivateStaff(admin, { id: idOf(third) });
    expect(await listMyHandovers(person, undefined)).toEqual([]);
    expect(await codeOf(answerHandover(person, { id, accept: true }))).toBe('conflict');
    expect((await hosts()).map((row) => row.counsellor_id)).toEqual([idOf(from), idOf(from)]);
  });
});

describe('at the same moment', () => {
  it('a yes and bookings of the colleague’s very time: one wins, and what is lost is lost whole', async () => {
    for (let round = 0; round < 6; round++) {
      const day = `2026-12-${10 + round}`;
      const mine = await world.person();
      const going = [await book(`${day}T03:00:00Z`, mine), await book(`${day}T07:00:00Z`, mine)];
      const { id } = await proposeHandover(from, { appointmentId: going[0] ?? '', colleagueId: idOf(to) });
      const rivals = [await world.person(), await world.person(), await world.person()];
      const [answer, ...bookings] = await Promise.all([
        codeOf(answerHandover(mine, { id, accept: true })),
        ...rivals.map((rival) => codeOf(book(`${day}T07:00:00Z`, rival, to))),
      ]);
      const rows = await world.rows<{ counsellor_id: string; kind: string }>(
        `SELECT DISTINCT counsellor_id FROM appointment WHERE person_id = $1 AND status = 'booked'`,
        [mine.actor.personId],
      );
      expect(rows).toEqual([{ counsellor_id: answer === 'done' ? idOf(to) : idOf(from) }]);
      expect(answer === 'done' || answer === 'slot-taken', String(answer)).toBe(true);
      expect(bookings.filter((code) => code === 'done')).toHaveLength(answer === 'done' ? 0 : 1);
    }
  });

  it('several yeses are one: one move, and each of the three is told once', async () => {
    const { id } = await propose();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => codeOf(answerHandover(person, { id, accept: true }))),
    );
    expect(answers).toEqual(Array(6).fill('done'));
    expect((await told()).filter(([kind]) => kind === 'handover-done')).toHaveLength(3);
    expect((await hosts()).map((row) => row.counsellor_id)).toEqual([idOf(to), idOf(to)]);
  });

  it('a yes and a no are one answer, and everything is as that one says', async () => {
    for (let round = 0; round < 4; round++) {
      const mine = await world.person();
      const appointmentId = await book(`2026-12-${20 + round}T03:00:00Z`, mine);
      const { id } = await proposeHandover(from, { appointmentId, colleagueId: idOf(to) });
      const answers = await Promise.all(
        [true, false].map((accept) => codeOf(answerHandover(mine, { id, accept }))),
      );
      expect(answers.toSorted()).toEqual(['conflict', 'done']);
      const [row] = await world.rows<{ counsellor_id: string }>(
        'SELECT counsellor_id FROM appointment WHERE id = $1',
        [appointmentId],
      );
      expect(row?.counsellor_id).toBe(answers[0] === 'done' ? idOf(to) : idOf(from));
    }
  });
});
