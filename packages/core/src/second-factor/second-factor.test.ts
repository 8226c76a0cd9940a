import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addCounsellor,
  canary,
  createWorld,
  SoftwareAuthenticator,
  type World,
} from '../../testing/index.ts';
import { signInStaff } from '../account/index.ts';
import type { Context, StaffActor } from '../kernel/index.ts';
import { beginPasskeyProve } from '../passkey/index.ts';
import { prove } from '../proof/index.ts';
import { authenticate } from '../session/index.ts';
import {
  addStaffPasskey,
  beginStaffPasskey,
  beginTotp,
  confirmTotp,
  getMySecondFactors,
  giveSecondFactor,
  removeStaffPasskey,
  renewRecoveryCodes,
} from './index.ts';

let world: World;
const SECOND = 1000;
const MINUTE = 60_000;
const WRONG = { code: 'wrong-code' };
let names = 0;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

type Signed = Context & { actor: StaffActor };

async function from(cookie: string): Promise<Signed> {
  const actor = await authenticate(world.visitor, cookie.split(';')[0]);
  if (!('staffId' in actor)) throw new Error(`nobody of the staff but a ${actor.kind}`);
  return { ...world.as(actor), actor };
}

/** A counsellor who has given their passphrase and nothing else, and a way to do it again. */
async function newcomer() {
  const account = { name: `colleague-${++names}`, passphrase: canary('passphrase-of-staff') };
  await addCounsellor(world, { signInName: account.name, passphrase: account.passphrase });
  const signIn = async () => from((await signInStaff(world.visitor, account)).cookie);
  return { signIn, pending: await signIn() };
}

const app = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  return (offset = 0) => totp.generate({ timestamp: world.clock.now() + offset });
};

async function enrolled() {
  const { signIn, pending } = await newcomer();
  const { secret } = await beginTotp(pending, undefined);
  world.watch(secret.replaceAll(' ', ''));
  const code = app(secret);
  const { cookie, recoveryCodes } = await confirmTotp(pending, { code: code() });
  for (const one of recoveryCodes ?? []) world.watch(one.replaceAll(' ', ''));
  world.clock.advance(30 * SECOND);
  return { signIn, code, recoveryCodes: recoveryCodes ?? [], full: await from(cookie) };
}

it('lets a passphrase alone do nothing but enrol the first second factor', async () => {
  const { pending } = await newcomer();
  expect(pending.actor).toMatchObject({ kind: 'staff-pending', enrolled: false });
  const refused = { code: 'second-factor-required' };
  await expect(getMySecondFactors(pending, undefined)).rejects.toMatchObject(refused);
  await expect(giveSecondFactor(pending, { code: '123456' })).rejects.toMatchObject(WRONG);

  const { full, recoveryCodes, signIn } = await enrolled();
  expect(full.actor.kind).toBe('counsellor');
  expect(recoveryCodes).toHaveLength(10);
  for (const code of recoveryCodes) expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);
  const again = await signIn();
  expect(again.actor).toMatchObject({ kind: 'staff-pending', enrolled: true });
  const enrolling = [
    () => beginTotp(again, undefined),
    () => beginStaffPasskey(again, undefined),
    () => confirmTotp(again, { code: '123456' }),
  ];
  for (const enrol of enrolling)
    await expect(enrol(), 'a second one without the first').rejects.toMatchObject(refused);
});

it('signs in with the code of now and of the half minute before and after, in digits of any script', async () => {
  const { signIn, code } = await enrolled();
  for (const offset of [-30 * SECOND, 0, 30 * SECOND]) {
    world.clock.advance(2 * MINUTE);
    const { cookie } = await giveSecondFactor(await signIn(), { code: code(offset) });
    expect((await from(cookie)).actor.kind).toBe('counsellor');
  }
  world.clock.advance(2 * MINUTE);
  const thai = [...code()].map((digit) => String.fromCodePoint(0x0e50 + Number(digit))).join(' ');
  await expect(giveSecondFactor(await signIn(), { code: thai })).resolves.toHaveProperty('cookie');
  world.clock.advance(2 * MINUTE);
  for (const offset of [-MINUTE, MINUTE])
    await expect(giveSecondFactor(await signIn(), { code: code(offset) })).rejects.toMatchObject(WRONG);
});

it('takes each code once, and none that is older than the last one taken, also of ten at once', async () => {
  const { signIn, code } = await enrolled();
  const before = code(-30 * SECOND);
  const sessions = await Promise.all(Array.from({ length: 10 }, signIn));
  const tried = await Promise.allSettled(sessions.map((one) => giveSecondFactor(one, { code: code() })));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(giveSecondFactor(await signIn(), { code: before })).rejects.toMatchObject(WRONG);
});

it('takes each recovery code once, of its owner only, and none once they are renewed', async () => {
  const { signIn, recoveryCodes, full } = await enrolled();
  const [one = '', two = ''] = recoveryCodes;
  const { cookie } = await giveSecondFactor(await signIn(), { code: one });
  expect(await getMySecondFactors(await from(cookie), undefined)).toMatchObject({ recoveryCodesLeft: 9 });
  await expect(giveSecondFactor(await signIn(), { code: one })).rejects.toMatchObject(WRONG);
  const other = await enrolled();
  await expect(giveSecondFactor(await other.signIn(), { code: two })).rejects.toMatchObject(WRONG);
  const renewed = await renewRecoveryCodes(full, undefined);
  expect(renewed.recoveryCodes).toHaveLength(10);
  await expect(giveSecondFactor(await signIn(), { code: two })).rejects.toMatchObject(WRONG);
  await expect(giveSecondFactor(await signIn(), { code: '' })).rejects.toMatchObject(WRONG);
});

it('takes a passkey as the second factor, of its owner only, and keeps the last one', async () => {
  const { signIn, pending } = await newcomer();
  const phone = new SoftwareAuthenticator(world.ports.site);
  const { cookie, recoveryCodes } = await addStaffPasskey(pending, {
    answer: phone.create(await beginStaffPasskey(pending, undefined)),
  });
  expect(recoveryCodes).toHaveLength(10);
  const full = await from(cookie);
  const again = await signIn();
  const passkey = phone.get(await beginPasskeyProve(again, undefined));
  const other = await enrolled();
  const theirs = await other.signIn();
  await expect(
    giveSecondFactor(theirs, { passkey: phone.get(await beginPasskeyProve(theirs, undefined)) }),
  ).rejects.toMatchObject(WRONG);
  await expect(giveSecondFactor(again, { passkey })).resolves.toHaveProperty('cookie');
  await expect(giveSecondFactor(await signIn(), { passkey })).rejects.toMatchObject(WRONG);

  const [{ id } = { id: '' }] = (await getMySecondFactors(full, undefined)).passkeys;
  await expect(removeStaffPasskey(full, { id })).rejects.toMatchObject({ code: 'conflict' });
  await expect(removeStaffPasskey(other.full, { id })).rejects.toMatchObject({ code: 'not-found' });
  const { secret } = await beginTotp(full, undefined);
  await confirmTotp(full, { code: app(secret)() });
  await expect(removeStaffPasskey(full, { id })).resolves.toEqual({ id });
});

it('proves again who is here by a code or a passkey, never by the passphrase, under a new token', async () => {
  const { full, code, signIn } = await enrolled();
  world.clock.advance(10 * MINUTE);
  await expect(renewRecoveryCodes(full, undefined)).rejects.toMatchObject({ code: 'step-up-required' });
  await expect(beginTotp(full, undefined)).rejects.toMatchObject({ code: 'step-up-required' });
  await expect(prove(full, { passphrase: 'anything' })).rejects.toMatchObject(WRONG);
  await expect(prove(full, { code: '000000000000' })).rejects.toMatchObject(WRONG);
  const { cookie } = await prove(full, { code: code() });
  const proved = await from(cookie);
  expect(proved.actor.sessionId).toBe(full.actor.sessionId);
  await expect(renewRecoveryCodes(proved, undefined)).resolves.toHaveProperty('recoveryCodes');
  await expect(prove(await signIn(), { code: code(30 * SECOND) })).rejects.toMatchObject({
    code: 'second-factor-required',
  });
});

it('keeps the app in use until the next one is confirmed', async () => {
  const { full, signIn, code } = await enrolled();
  const { secret } = await beginTotp(full, undefined);
  const next = app(secret);
  await expect(giveSecondFactor(await signIn(), { code: next() })).rejects.toMatchObject(WRONG);
  await expect(giveSecondFactor(await signIn(), { code: code() })).resolves.toHaveProperty('cookie');
  await confirmTotp(full, { code: next() });
  world.clock.advance(30 * SECOND);
  await expect(giveSecondFactor(await signIn(), { code: code() })).rejects.toMatchObject(WRONG);
  await expect(giveSecondFactor(await signIn(), { code: next() })).resolves.toHaveProperty('cookie');
});

it('holds nothing in the database that is a code', async () => {
  const { signIn } = await enrolled();
  const rows = await world.rows<{ secret: Buffer; code: Buffer }>(
    `SELECT t.secret_sealed AS secret, c.code_index AS code FROM staff_totp t JOIN staff_recovery_code c USING (staff_id)
     ORDER BY t.created_at DESC LIMIT 3`,
  );
  for (const { secret, code } of rows) {
    const stolen = [secret, code].flatMap((bytes) => [bytes.toString('hex'), bytes.toString('base64')]);
    for (const value of stolen)
      await expect(giveSecondFactor(await signIn(), { code: value.slice(0, 64) })).rejects.toMatchObject(
        WRONG,
      );
  }
});
