import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, canary, createWorld, type World } from '../../testing/index.ts';
import { authenticate, signOut } from '../session/index.ts';
import { confirmKept } from './confirm-kept.ts';
import { createAccount } from './create-account.ts';
import { getMe } from './get-me.ts';
import { getNewAccessNumber } from './get-new-access-number.ts';
import { setMyZone } from './set-my-zone.ts';
import { signIn } from './sign-in.ts';
import { signInStaff } from './sign-in-staff.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const passphrase = canary('passphrase');
const cookieOf = (setCookie: string) => setCookie.split(';')[0];

async function newPerson() {
  const { cookie } = await createAccount(world.visitor, { passphrase });
  return world.as(await authenticate(world.visitor, cookieOf(cookie)));
}

it('counts a proof as fresh to a page only while a form can still be filled in', async () => {
  const person = await newPerson();
  const proved = async () => {
    const me = await getMe(person, undefined);
    return 'proved' in me && me.proved;
  };
  world.clock.advance(7 * 60_000 - 1);
  expect(await proved()).toBe(true);
  world.clock.advance(1);
  expect(await proved()).toBe(false);
});

it('asks for nothing, signs in, and shows the number until it is kept', async () => {
  const person = await newPerson();
  expect(await getMe(person, undefined)).toEqual({
    kind: 'person',
    kept: false,
    confirmed: false,
    zone: null,
    proved: true,
    secondsLeft: 15 * 60,
  });
  const { accessNumber } = await getNewAccessNumber(person, undefined);
  expect(accessNumber).toMatch(/^\d{4} \d{3} \d{3} \d{3}$/);
  await confirmKept(person, undefined);
  expect(await getNewAccessNumber(person, undefined)).toEqual({ accessNumber: null });
  const { cookie } = await signIn(world.visitor, { accessNumber: accessNumber ?? '', passphrase });
  expect(await authenticate(world.visitor, cookieOf(cookie))).toMatchObject({ kind: 'person', kept: true });
});

it('makes another account for somebody who is signed in, and ends the session of the first', async () => {
  const first = await createAccount(world.visitor, { passphrase });
  const actor = await authenticate(world.visitor, cookieOf(first.cookie));
  const second = await createAccount(world.as(actor), { passphrase });
  expect(second.personId).not.toBe(first.personId);
  expect(await authenticate(world.visitor, cookieOf(first.cookie))).toEqual({ kind: 'visitor' });
  expect(await authenticate(world.visitor, cookieOf(second.cookie))).toMatchObject({
    personId: second.personId,
  });
});

it('draws another number when the first one drawn is somebody’s already', async () => {
  const digits = [...'123456789012', ...'123456789012', ...'210987654321'].map(Number);
  const random = { ...world.visitor.random, integer: () => digits.shift() ?? 0 };
  const numbers = [];
  for (let i = 0; i < 2; i++) {
    const { cookie } = await createAccount({ ...world.visitor, random }, { passphrase });
    const person = world.as(await authenticate(world.visitor, cookieOf(cookie)));
    numbers.push((await getNewAccessNumber(person, undefined)).accessNumber?.slice(0, 4));
  }
  expect(numbers).toEqual(['1234', '2109']);
});

it('answers alike to a wrong passphrase, an unknown number and no number at all', async () => {
  const person = await newPerson();
  const { accessNumber } = await getNewAccessNumber(person, undefined);
  for (const attempt of [
    { accessNumber: accessNumber ?? '', passphrase: canary('wrong') },
    { accessNumber: '0000 000 000 000', passphrase },
    { accessNumber: 'hello', passphrase },
  ]) {
    const refusal = await signIn(world.visitor, attempt).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'wrong-sign-in',
      message: 'number and passphrase do not match',
      issues: [],
    });
  }
});

it('signs staff in by their name in any case and width, and answers alike to whatever else is sent as one', async () => {
  await addCounsellor(world, { signInName: 'Ayu', passphrase: 'a long enough passphrase' });
  const { cookie } = await signInStaff(world.visitor, {
    name: ' ＡＹＵ\n',
    passphrase: 'a long enough passphrase',
  });
  expect(await authenticate(world.visitor, cookieOf(cookie))).toMatchObject({ kind: 'staff-pending' });
  for (const attempt of [
    { name: 'ayu', passphrase },
    { name: 'nobody', passphrase },
    { name: '', passphrase },
    { name: 'a\u0000b', passphrase: '\u0000' },
    { name: '\ud800', passphrase: '\ud800' },
  ]) {
    const refusal = await signInStaff(world.visitor, attempt).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'wrong-sign-in', issues: [] });
  }
});

it('keeps no number, passphrase or token in a form that can be read', async () => {
  const { cookie, personId } = await createAccount(world.visitor, { passphrase });
  const person = world.as(await authenticate(world.visitor, cookieOf(cookie)));
  const { accessNumber } = await getNewAccessNumber(person, undefined);
  const rows = JSON.stringify([
    await world.rows(
      "SELECT person::text, encode(access_number_sealed, 'escape') FROM person WHERE id = $1",
      [personId],
    ),
    await world.rows('SELECT session::text FROM session'),
    await world.rows('SELECT audit_entry::text FROM audit_entry'),
  ]);
  const token = cookieOf(cookie)?.split('=')[1] ?? '';
  for (const secret of [passphrase, accessNumber, accessNumber?.replaceAll(' ', ''), token]) {
    expect(rows).not.toContain(secret);
  }
});

it('ends a session at sign-out and at a new sign-in', async () => {
  const { cookie } = await createAccount(world.visitor, { passphrase });
  const person = world.as(await authenticate(world.visitor, cookieOf(cookie)));
  const { accessNumber } = await getNewAccessNumber(person, undefined);
  const again = await signIn(person, { accessNumber: accessNumber ?? '', passphrase });
  expect(await authenticate(world.visitor, cookieOf(cookie))).toEqual({ kind: 'visitor' });
  const second = await authenticate(world.visitor, cookieOf(again.cookie));
  expect(second.kind).toBe('person');
  await signOut(world.as(second), undefined);
  expect(await authenticate(world.visitor, cookieOf(again.cookie))).toEqual({ kind: 'visitor' });
});

it('remembers the zone that the person chose', async () => {
  const { cookie } = await createAccount(world.visitor, { passphrase });
  const person = world.as(await authenticate(world.visitor, cookieOf(cookie)));
  await setMyZone(person, { zone: 'Asia/Jakarta' });
  expect(await authenticate(world.visitor, cookieOf(cookie))).toMatchObject({ zone: 'Asia/Jakarta' });
  await expect(setMyZone(person, { zone: '+07:00' })).rejects.toMatchObject({ code: 'invalid-input' });
});
