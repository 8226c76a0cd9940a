import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, SoftwareAuthenticator, type World } from '../../testing/index.ts';
import { authenticate } from '../session/index.ts';
import {
  addPasskey,
  beginAddPasskey,
  beginPasskeyProve,
  beginPasskeySignIn,
  checkPasskey,
  forgetChallenges,
  listMyPasskeys,
  removePasskey,
  signInWithPasskey,
} from './index.ts';

let world: World;
type Person = Awaited<ReturnType<World['person']>>;
const MINUTE = 60_000;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const phone = () => new SoftwareAuthenticator(world.ports.site);
const WRONG = { code: 'wrong-code' };
const NOBODY = { code: 'wrong-sign-in' };

async function withPasskey(): Promise<{ person: Person; device: SoftwareAuthenticator; id: string }> {
  const person = await world.person();
  const device = phone();
  const { id } = await addPasskey(person, {
    answer: device.create(await beginAddPasskey(person, undefined)),
  });
  return { person, device, id };
}

it('signs in whoever added it, on the device they say', async () => {
  const { person, device, id } = await withPasskey();
  const options = await beginPasskeySignIn(world.visitor, undefined);
  expect(options).not.toHaveProperty('allowCredentials.0');
  const { cookie } = await signInWithPasskey(world.visitor, { answer: device.get(options), device: 'own' });
  expect(cookie).toContain('Max-Age=');
  const actor = await authenticate(world.visitor, cookie.split(';')[0]);
  expect(actor).toMatchObject({ kind: 'person', personId: person.actor.personId });
  expect(await listMyPasskeys(person, undefined)).toEqual([
    { id, addedAt: '2026-11-24T09:00:00Z', usedAt: '2026-11-24T09:00:00Z' },
  ]);
});

it('names nobody and nothing to the phone, and asks for the phone’s own lock', async () => {
  const person = await world.person();
  const options = await beginAddPasskey(person, undefined);
  const again = await beginAddPasskey(person, undefined);
  expect(options.user).toMatchObject({ name: 'Account', displayName: 'Account' });
  expect(options.user.id).not.toBe(again.user.id);
  expect(options.rp).toEqual({ name: 'Account', id: 'homeward.example' });
  expect(options.authenticatorSelection).toMatchObject({
    residentKey: 'required',
    userVerification: 'required',
  });
  expect(JSON.stringify(options)).not.toContain(person.actor.personId);
});

it('takes each challenge once, within five minutes, for what and for whom it was given', async () => {
  const { person, device } = await withPasskey();
  const once = device.get(await beginPasskeySignIn(world.visitor, undefined));
  await signInWithPasskey(world.visitor, { answer: once });
  await expect(signInWithPasskey(world.visitor, { answer: once })).rejects.toMatchObject(NOBODY);

  const late = device.get(await beginPasskeySignIn(world.visitor, undefined));
  world.clock.advance(5 * MINUTE);
  await expect(signInWithPasskey(world.visitor, { answer: late })).rejects.toMatchObject(NOBODY);

  const toProve = device.get(await beginPasskeyProve(person, undefined));
  await expect(signInWithPasskey(world.visitor, { answer: toProve })).rejects.toMatchObject(NOBODY);

  const { person: other, device: others } = await withPasskey();
  const forOther = await beginAddPasskey(other, undefined);
  const mine = await world.person();
  await expect(addPasskey(mine, { answer: phone().create(forOther) })).rejects.toMatchObject(WRONG);
  const proving = others.get(await beginPasskeyProve(mine, undefined));
  expect(await checkPasskey(mine, 'prove', proving), 'a passkey of somebody else').toBeUndefined();
});

it('takes a challenge for good, also when the answer to it was wrong', async () => {
  const { device } = await withPasskey();
  const options = await beginPasskeySignIn(world.visitor, undefined);
  const wrong = device.get(options, { origin: 'https://homeward.example.net' });
  await expect(signInWithPasskey(world.visitor, { answer: wrong })).rejects.toMatchObject(NOBODY);
  await expect(signInWithPasskey(world.visitor, { answer: device.get(options) })).rejects.toMatchObject(
    NOBODY,
  );
});

it('refuses another site, a phone that was not unlocked, a counter that goes back, and a signature of other bytes', async () => {
  const { device } = await withPasskey();
  const signIn = async (faults: Parameters<typeof device.get>[1], spoil = (text: string) => text) => {
    const answer = device.get(await beginPasskeySignIn(world.visitor, undefined), faults);
    const { signature } = answer.response;
    return signInWithPasskey(world.visitor, {
      answer: { ...answer, response: { ...answer.response, signature: spoil(signature) } },
    });
  };
  await expect(signIn({ counter: 7 })).resolves.toHaveProperty('cookie');
  for (const faults of [
    { counter: 7 },
    { verified: false, counter: 9 },
    { origin: 'https://evil.example', counter: 9 },
  ])
    await expect(signIn(faults), JSON.stringify(faults)).rejects.toMatchObject(NOBODY);
  const flipped = (text: string) => `${text.slice(0, -6)}${text.at(-6) === 'A' ? 'B' : 'A'}${text.slice(-5)}`;
  await expect(signIn({ counter: 9 }, flipped)).rejects.toMatchObject(NOBODY);
  const person = await world.person();
  const locked = phone().create(await beginAddPasskey(person, undefined), { verified: false });
  await expect(addPasskey(person, { answer: locked })).rejects.toMatchObject(WRONG);
});

it('answers what is no passkey at all like one of nobody', async () => {
  const { device } = await withPasskey();
  const stranger = phone().get(await beginPasskeySignIn(world.visitor, undefined));
  await expect(signInWithPasskey(world.visitor, { answer: stranger })).rejects.toMatchObject(NOBODY);
  const answer = device.get({ challenge: 'x' });
  for (const clientDataJSON of ['', 'bm90IGpzb24', 'bnVsbA', 'eyJjaGFsbGVuZ2UiOjF9'])
    await expect(
      signInWithPasskey(world.visitor, {
        answer: { ...answer, response: { ...answer.response, clientDataJSON } },
      }),
    ).rejects.toMatchObject(NOBODY);
});

it('lets a passkey be one person’s only, and opens nothing once it is removed', async () => {
  const { person, device, id } = await withPasskey();
  const other = await world.person();
  const again = device.create(await beginAddPasskey(other, undefined));
  await expect(addPasskey(other, { answer: again })).rejects.toMatchObject(WRONG);
  await expect(removePasskey(other, { id })).rejects.toMatchObject({ code: 'not-found' });
  await removePasskey(person, { id });
  const answer = device.get(await beginPasskeySignIn(world.visitor, undefined));
  await expect(signInWithPasskey(world.visitor, { answer })).rejects.toMatchObject(NOBODY);
});

it('is added and removed only by somebody who has just proved who they are', async () => {
  const { person, id } = await withPasskey();
  const { provedUntil: _, ...stale } = person.actor;
  const context = { ...person, actor: stale };
  for (const refused of [beginAddPasskey(context, undefined), removePasskey(context, { id })])
    await expect(refused).rejects.toMatchObject({ code: 'step-up-required' });
});

it('lets a dump and a phone side by side match nothing', async () => {
  const { device } = await withPasskey();
  const rows = JSON.stringify(await world.rows('SELECT t::text FROM passkey t'));
  expect(rows).not.toContain(Buffer.from(device.credentialId, 'base64url').toString('hex'));
  const [row] = await world.rows<{ public_key: Buffer; credential_index: Buffer }>(
    'SELECT public_key, credential_index FROM passkey ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  const options = await beginPasskeySignIn(world.visitor, undefined);
  const stolen = row?.credential_index.toString('base64url') ?? '';
  const answer = { ...device.get(options), id: stolen, rawId: stolen };
  await expect(signInWithPasskey(world.visitor, { answer })).rejects.toMatchObject(NOBODY);
  expect(row?.credential_index.equals(createHash('sha256').update(device.credentialId).digest())).toBe(false);
});

it('forgets challenges that nobody answered', async () => {
  await world.rows('DELETE FROM passkey_challenge');
  await beginPasskeySignIn(world.visitor, undefined);
  world.clock.advance(5 * MINUTE);
  await beginPasskeySignIn(world.visitor, undefined);
  expect(await forgetChallenges(world.visitor)).toBe(1);
});
