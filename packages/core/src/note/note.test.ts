import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment, stopSeeing } from '../booking/index.ts';
import { takeHeldData } from '../export/index.ts';
import { newId } from '../kernel/index.ts';
import { listWhoLooked } from '../record-access/index.ts';
import { listNotes, writeNote } from './index.ts';

const TEXT = canary('note');
let world: World;
let counsellor: CounsellorContext;
let person: Awaited<ReturnType<World['person']>>;
let appointmentId: string;

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  counsellor = await addCounsellor(world);
  person = await world.person();
  appointmentId = await book();
});

const book = async (startsAt = '2026-12-01T03:00:00Z', by = person, at = counsellor) =>
  (
    await bookAppointment(by, {
      counsellorId: at.actor.staffId,
      startsAt,
      modality: 'video',
      zone: 'Asia/Bangkok',
    })
  ).id;

const write = (text: string, after: number, by = counsellor) => writeNote(by, { appointmentId, text, after });

describe('a note', () => {
  it('keeps every version, with who wrote it and when, and shows the newest first', async () => {
    expect(await listNotes(counsellor, { appointmentId })).toEqual([]);
    await write('Comes by bus.', 0);
    world.clock.advance(60_000);
    await write(TEXT, 1);
    expect(await listNotes(counsellor, { appointmentId })).toEqual([
      {
        appointmentId,
        reference: expect.stringMatching(/^A-\d{4}$/),
        startsAt: '2026-12-01T03:00:00Z',
        versions: [
          { version: 2, text: TEXT, at: '2026-11-24T01:01:00Z', by: expect.stringMatching(/^Counsellor/) },
          { version: 1, text: 'Comes by bus.', at: '2026-11-24T01:00:00Z', by: expect.any(String) },
        ],
      },
    ]);
  });

  it('is not written over what the writer has not seen, however many write at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => write(`Version ${n}`, 0)));
    const [done, lost] = ['fulfilled', 'rejected'].map((status) =>
      tries.filter((one) => one.status === status),
    );
    expect(done).toHaveLength(1);
    for (const one of lost ?? []) expect(one).toMatchObject({ reason: { code: 'conflict' } });
    await expect(write('Later', 0)).rejects.toMatchObject({ code: 'conflict' });
    await expect(write('Later', 7)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('can be changed and deleted by nobody, whoever acts', async () => {
    await write(TEXT, 0);
    const app = new Client(world.app);
    await app.connect();
    for (const statement of [
      `UPDATE appointment_note SET text_sealed = '\\x00'`,
      `UPDATE appointment_note SET version = 5`,
      'DELETE FROM appointment_note',
      'TRUNCATE appointment_note',
    ]) {
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    await app.end();
  });
});

describe('whoever does not look after the person', () => {
  it('gets for a note the answer of a random id, and writes none: colleagues, others, and a counsellor who was stopped', async () => {
    await write(TEXT, 0);
    const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
    const elsewhere = await addCounsellor(world);
    await book('2026-12-02T03:00:00Z', await world.person(), elsewhere);
    const stopped = counsellor;
    await stopSeeing(person, { counsellorId: stopped.actor.staffId });
    const random = newId(world.system);
    for (const who of [colleague, elsewhere, stopped]) {
      const refusal = await listNotes(who, { appointmentId: random }).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'not-found' });
      expect(await listNotes(who, { appointmentId }).catch((error: unknown) => error)).toEqual(refusal);
      expect(await write('x', 1, who).catch((error: unknown) => error)).toEqual(refusal);
    }
  });

  it('reads none of another organisation’s notes, even of a person whom both look after', async () => {
    await write(TEXT, 0);
    const elsewhere = await addCounsellor(world);
    const there = await book('2026-12-02T03:00:00Z', person, elsewhere);
    expect(await listNotes(elsewhere, { appointmentId: there })).toEqual([]);
  });

  it('reads none any more once the care is over', async () => {
    await write(TEXT, 0);
    world.clock.set('2026-12-31T04:00:00Z');
    await expect(listNotes(counsellor, { appointmentId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the person', () => {
  it('sees that notes were read, once they were, and not before', async () => {
    const looks = async () => (await listWhoLooked(person, {})).looks.map(({ what }) => what);
    await listNotes(counsellor, { appointmentId });
    await write(TEXT, 0);
    expect(await looks()).toEqual([]);
    await listNotes(counsellor, { appointmentId });
    expect(await looks()).toEqual(['notes']);
  });

  it('gets every version in what they take along: it is their information', async () => {
    await write('Comes by bus.', 0);
    await write(TEXT, 1);
    const proved = { ...person, actor: { ...person.actor, provedUntil: Number.POSITIVE_INFINITY } };
    const { tables } = await takeHeldData(proved, undefined);
    const held = tables.find(({ name }) => name === 'appointment_note');
    expect(held?.rows.map((row) => row.text_sealed).toSorted()).toEqual(['Comes by bus.', TEXT].toSorted());
  });
});
