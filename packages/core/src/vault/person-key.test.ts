import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { type Context, inTransaction, systemRandom, VISITOR } from '../kernel/index.ts';
import { openKeyring } from './keyring.ts';
import { createPersonKey, findPersonKeys } from './person-key.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

const open = (context: Context, ids: string[]) =>
  inTransaction(context, 'read only', async (tx) => [...(await findPersonKeys(tx, ids)).keys()]);

it('gives a person their own key and a counsellor those of people who come to them, and nobody else any', async () => {
  const [person, other] = [await world.person(), await world.person()];
  const { personId } = person.actor;
  const [counsellor, colleague] = [await addCounsellor(world), await addCounsellor(world)];
  await bookAppointment(person, {
    counsellorId: counsellor.actor.staffId,
    startsAt: '2026-12-01T03:00:00Z',
    modality: 'video',
    zone: 'Asia/Jakarta',
  });
  const both = [personId, other.actor.personId];
  expect(await open(person, both)).toEqual([personId]);
  expect(await open(counsellor, both)).toEqual([personId]);
  for (const nobody of [colleague, world.visitor, world.system]) expect(await open(nobody, both)).toEqual([]);
});

it('is in the key store and in no table of the database', async () => {
  const { personId } = (await world.person()).actor;
  const [{ wrapped_key: wrapped } = { wrapped_key: Buffer.alloc(0) }] = await world.keyRows<{
    wrapped_key: Buffer;
  }>('SELECT wrapped_key FROM person_key WHERE person_id = $1', [personId]);
  expect(wrapped).toHaveLength(61);
  const columns = await world.rows<{ place: string }>(
    `SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE column_name LIKE '%wrapped%'`,
  );
  expect(columns).toEqual([]);
});

it('makes no key without a person when the transaction fails, but for one that opens nothing', async () => {
  const personId = '00000000-0000-7000-8000-00000000dead';
  const failed = inTransaction({ ...world.system, actor: VISITOR }, 'read write', async (tx) => {
    await createPersonKey(tx, personId);
    throw new Error('after the key');
  });
  await expect(failed).rejects.toThrow('after the key');
  expect(await world.rows('SELECT FROM person_vault WHERE person_id = $1', [personId])).toHaveLength(0);
});

it('makes nobody who has no key', async () => {
  const { keys } = world.ports;
  const broken = {
    ...world.ports,
    keys: { ...keys, put: () => Promise.reject(new Error('key store down')) },
  };
  const failed = inTransaction({ ...world.visitor, ports: broken }, 'read write', (tx) =>
    createPersonKey(tx, '00000000-0000-7000-8000-00000000beef'),
  );
  await expect(failed).rejects.toThrow('key store down');
});

it('does not open what was wrapped for another person', async () => {
  const [one, other] = [await world.person(), await world.person()];
  await world.keyRows(
    `UPDATE person_key a SET wrapped_key = b.wrapped_key FROM person_key b WHERE a.person_id = $1 AND b.person_id = $2`,
    [one.actor.personId, other.actor.personId],
  );
  await expect(open(one, [one.actor.personId])).rejects.toThrow();
  expect(await open(other, [other.actor.personId])).toHaveLength(1);
});

it('learns a master key it does not know, and refuses one that has other bytes than before', async () => {
  const key = (fill: number) => Buffer.alloc(32, fill);
  let file = [{ id: '1', key: key(1) }];
  const ring = openKeyring(systemRandom, async () => file);
  const wrapped = await ring.wrap('1', 'place', Buffer.from('x'));
  await expect(ring.wrap('2', 'place', Buffer.from('x'))).rejects.toThrow('"2" is not in the ring');
  file = [{ id: '2', key: key(2) }];
  expect(await ring.wrap('2', 'place', Buffer.from('x'))).toBeInstanceOf(Buffer);
  expect((await ring.unwrap('1', 'place', wrapped)).toString()).toBe('x');
  await expect(ring.unwrap('1', 'elsewhere', wrapped)).rejects.toThrow();
  file = [{ id: '2', key: key(3) }];
  await expect(ring.newestId()).rejects.toThrow('"2" has other bytes now');
});
