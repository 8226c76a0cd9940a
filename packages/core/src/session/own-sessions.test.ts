import { afterAll, beforeAll, expect, it } from 'vitest';
import { canary, createWorld, type World } from '../../testing/index.ts';
import { createAccount, getNewAccessNumber, signIn } from '../account/index.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { listMySessions } from './list-my-sessions.ts';
import { authenticate } from './session-store.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const cookieOf = (setCookie: string) => setCookie.split(';')[0];
const actorOf = (setCookie: string) => authenticate(world.visitor, cookieOf(setCookie));

/** Somebody who is signed in on three devices, the last one their own. */
async function threeDevices() {
  const passphrase = canary('passphrase');
  const first = await createAccount(world.visitor, { passphrase });
  const asFirst = world.as(await actorOf(first.cookie));
  const accessNumber = (await getNewAccessNumber(asFirst, undefined)).accessNumber ?? '';
  world.clock.advance(60_000);
  const second = await signIn(world.visitor, { accessNumber, passphrase });
  world.clock.advance(60_000);
  const third = await signIn(world.visitor, { accessNumber, passphrase, device: 'own' });
  return { asFirst, cookies: [first.cookie, second.cookie, third.cookie] as const };
}

it('lists the caller’s devices, this one first, with when and nothing of what they are', async () => {
  const { asFirst } = await threeDevices();
  await createAccount(world.visitor, { passphrase: canary('other') });
  const sessions = await listMySessions(asFirst, undefined);
  expect(sessions.map(({ isThis, device }) => [isThis, device])).toEqual([
    [true, 'shared'],
    [false, 'own'],
    [false, 'shared'],
  ]);
  for (const session of sessions)
    expect(Object.keys(session).sort()).toEqual(['device', 'id', 'isThis', 'lastUsedAt', 'since']);
});

it('no longer lists a device that is over', async () => {
  const { asFirst } = await threeDevices();
  world.clock.advance(16 * 60_000);
  expect((await listMySessions(asFirst, undefined)).map(({ device }) => device)).toEqual(['own']);
});

it('ends one device, at its next request', async () => {
  const { asFirst, cookies } = await threeDevices();
  const second = await actorOf(cookies[1]);
  await endSession(asFirst, { id: 'sessionId' in second ? second.sessionId : '' });
  expect((await Promise.all(cookies.map(actorOf))).map(({ kind }) => kind)).toEqual([
    'person',
    'visitor',
    'person',
  ]);
});

it('ends all other devices, and stays', async () => {
  const { asFirst, cookies } = await threeDevices();
  await endOtherSessions(asFirst, undefined);
  expect((await Promise.all(cookies.map(actorOf))).map(({ kind }) => kind)).toEqual([
    'person',
    'visitor',
    'visitor',
  ]);
});

it('answers to another person’s device as to one that does not exist, and ends neither', async () => {
  const { asFirst } = await threeDevices();
  const other = await createAccount(world.visitor, { passphrase: canary('other') });
  const theirs = await actorOf(other.cookie);
  const refusals = [];
  for (const id of ['sessionId' in theirs ? theirs.sessionId : '', '00000000-0000-7000-8000-000000000000']) {
    refusals.push(await endSession(asFirst, { id }).catch(({ code, message }) => ({ code, message })));
  }
  expect(refusals[0]).toEqual({ code: 'not-found', message: 'there is no such session' });
  expect(refusals[1]).toEqual(refusals[0]);
  expect((await actorOf(other.cookie)).kind).toBe('person');
});
