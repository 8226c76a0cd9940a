import { afterAll, beforeAll, expect, it } from 'vitest';
import { canary, createWorld, type World } from '../../testing/index.ts';
import { authenticate } from '../session/index.ts';
import { changePassphrase } from './change-passphrase.ts';
import { createAccount } from './create-account.ts';
import { getNewAccessNumber } from './get-new-access-number.ts';
import { signIn } from './sign-in.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const cookieOf = (setCookie: string) => setCookie.split(';')[0];
const kindOf = async (setCookie: string) => (await authenticate(world.visitor, cookieOf(setCookie))).kind;

async function newPerson() {
  const passphrase = canary('old-passphrase');
  const { cookie } = await createAccount(world.visitor, { passphrase });
  const person = world.as(await authenticate(world.visitor, cookieOf(cookie)));
  const { accessNumber } = await getNewAccessNumber(person, undefined);
  return { person, cookie, passphrase, accessNumber: accessNumber ?? '' };
}

it('changes the passphrase, ends the other sessions, and gives this one another token', async () => {
  const { person, cookie, passphrase, accessNumber } = await newPerson();
  const other = await signIn(world.visitor, { accessNumber, passphrase });
  const next = canary('new-passphrase');
  const changed = await changePassphrase(person, { oldPassphrase: passphrase, passphrase: next });
  expect([await kindOf(cookie), await kindOf(other.cookie), await kindOf(changed.cookie)]).toEqual([
    'visitor',
    'visitor',
    'person',
  ]);
  await expect(signIn(world.visitor, { accessNumber, passphrase })).rejects.toMatchObject({
    code: 'wrong-sign-in',
  });
  expect(await kindOf((await signIn(world.visitor, { accessNumber, passphrase: next })).cookie)).toBe(
    'person',
  );
});

it('changes nothing for a wrong old passphrase or a new one that is too weak', async () => {
  const { person, cookie, passphrase, accessNumber } = await newPerson();
  const next = canary('new-passphrase');
  for (const [given, code] of [
    [{ oldPassphrase: canary('wrong'), passphrase: next }, 'wrong-sign-in'],
    [{ oldPassphrase: passphrase, passphrase: 'short' }, 'passphrase-too-short'],
    [{ oldPassphrase: passphrase, passphrase: 'password123' }, 'passphrase-too-common'],
  ] as const) {
    await expect(changePassphrase(person, given)).rejects.toMatchObject({ code });
  }
  expect(await kindOf(cookie)).toBe('person');
  await expect(signIn(world.visitor, { accessNumber, passphrase })).resolves.toBeDefined();
});

it('of two changes at once lets one through', async () => {
  const { person, passphrase } = await newPerson();
  const changes = [canary('one'), canary('two')].map((next) =>
    changePassphrase(person, { oldPassphrase: passphrase, passphrase: next }),
  );
  const results = await Promise.allSettled(changes);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('leaves no session of the old passphrase behind, however sign-ins and the change interleave', async () => {
  for (let round = 0; round < 5; round++) {
    const { person, passphrase, accessNumber } = await newPerson();
    const signIns = Array.from({ length: 4 }, () => signIn(world.visitor, { accessNumber, passphrase }));
    const change = changePassphrase(person, { oldPassphrase: passphrase, passphrase: canary('new') });
    const [changed, ...opened] = await Promise.allSettled([change, ...signIns]);
    expect(changed?.status).toBe('fulfilled');
    for (const one of opened)
      if (one.status === 'fulfilled') expect(await kindOf(one.value.cookie)).toBe('visitor');
  }
});
