import { type PersonalData, personalData } from '@homeward/db';
import { canary } from '@homeward/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { setMyFacts } from '../consent/index.ts';
import { requestErasure } from '../erasure/index.ts';
import { heldTables } from './held-tables.ts';
import { getLastTaken, takeHeldData } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

type Person = Awaited<ReturnType<World['person']>>;

/** Somebody with as much as there is to hold. */
async function somebody(name: string, counsellorId: string, startsAt: string): Promise<Person> {
  const person = await world.person();
  const wish = { counsellorId, startsAt, modality: 'video', zone: 'Asia/Jakarta' } as const;
  await bookAppointment(person, { ...wish, callMe: name });
  await setMyFacts(person, { alias: name, languages: ['th'] });
  await requestErasure(person, { waitDays: 30 });
  return person;
}

it('holds everything of the person, opened, and no byte of another', async () => {
  const { actor } = await addCounsellor(world, { alias: 'Mali' });
  const [ownName, otherName] = [canary('own'), canary('other')];
  const person = await somebody(ownName, actor.staffId, '2026-12-01T03:00:00Z');
  const other = await somebody(otherName, actor.staffId, '2026-12-01T05:00:00Z');

  const taken = await takeHeldData(person, undefined);
  const text = JSON.stringify(taken);
  expect(text.split(ownName).length - 1, 'what they are called, and what they told').toBe(2);
  expect(taken.tables.find(({ name }) => name === 'appointment')?.rows).toEqual([
    expect.objectContaining({
      call_me_sealed: ownName,
      counsellor: 'Mali',
      period: { from: '2026-12-01T03:00:00.000Z', to: '2026-12-01T04:00:00.000Z' },
    }),
  ]);
  const ofOther = await world.rows<{ text: string }>(
    `SELECT person_id::text AS text FROM person_vault WHERE person_id = $1
     UNION SELECT id::text FROM appointment WHERE person_id = $1 UNION SELECT id::text FROM session WHERE person_id = $1`,
    [other.actor.personId],
  );
  expect(ofOther.length).toBeGreaterThan(2);
  for (const strange of [otherName, ...ofOther.map((row) => row.text)]) expect(text).not.toContain(strange);
});

it('leaves out no row of any table that holds rows of persons', async () => {
  const { actor } = await addCounsellor(world);
  const person = await somebody(canary('whole'), actor.staffId, '2026-12-02T03:00:00Z');
  const { tables } = await takeHeldData(person, undefined);
  const withPerson = await world.rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
     WHERE c.relnamespace = 'public'::regnamespace AND a.attname = 'person_id' AND NOT a.attisdropped ORDER BY 1`,
  );
  const names = tables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['person', ...withPerson.map(({ name }) => name)]));
  for (const { name, rows } of tables) {
    const owner = name === 'person' ? 'id' : 'person_id';
    const held = await world.rows(`SELECT FROM ${name} WHERE ${owner} = $1`, [person.actor.personId]);
    expect(rows.length, name).toBe(held.length);
  }
});

it('has every personal column of the register by itself, a new one too, and no secret', () => {
  const register: PersonalData = structuredClone(personalData);
  const person = register.tables['public.person'];
  if (person === undefined) throw new Error('the register has no person');
  person.columns.favourite_song = { class: 'personal', form: 'plain', purpose: 'x' };
  expect(heldTables(register).find(({ name }) => name === 'person')?.columns).toContain('favourite_song');
  for (const { name, columns } of heldTables())
    for (const column of columns)
      expect(personalData.tables[`public.${name}`]?.columns[column]?.class).not.toBe('secret');
});

it('needs a fresh proof of who is here, and shows the person afterwards that it was taken', async () => {
  const person = await world.person();
  expect(await getLastTaken(person, undefined)).toEqual({ takenAt: null });
  await takeHeldData(person, undefined);
  expect(await getLastTaken(person, undefined)).toEqual({ takenAt: '2026-11-24T01:00:00Z' });
  world.clock.advance(86_400_000);
  await expect(takeHeldData(person, undefined)).rejects.toMatchObject({ code: 'step-up-required' });
});
