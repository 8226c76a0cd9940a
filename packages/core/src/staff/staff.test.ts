import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, addStaff, canary, createWorld, type World } from '../../testing/index.ts';
import { hideSignInNames, signInStaff } from '../account/index.ts';
import { bookAppointment, getMyAppointment } from '../booking/index.ts';
import type { Context } from '../kernel/index.ts';
import { createOrganisation, createOwnKey, listKeys, revokeKey } from '../organisation/index.ts';
import { authenticate } from '../session/index.ts';
import {
  acceptStaffInvitation,
  changeStaffPassphrase,
  changeStaffRole,
  deactivateStaff,
  inviteStaff,
  listColleagues,
  listStaffInvitations,
  reactivateStaff,
  readStaffInvitation,
  resetSecondFactor,
  resetStaffPassphrase,
  withdrawStaffInvitation,
} from './index.ts';

let world: World;
let organisationId: string;
let admin: Context;
let foreign: Context;
let names = 0;
const NOT_FOUND = { code: 'not-found' };
const WRONG = { code: 'wrong-code' };
const profile = {
  alias: 'Ayu',
  country: 'ID',
  zone: 'Asia/Jakarta',
  languages: ['id'],
  modalities: ['video' as const],
};

beforeAll(async () => {
  world = await createWorld();
  organisationId = (await createOrganisation(world.system, { name: 'Ours', country: 'ID' })).id;
  const other = await createOrganisation(world.system, { name: 'Theirs', country: 'TH' });
  admin = await addStaff(world, { role: 'organisation-admin', organisationId });
  foreign = await addStaff(world, { role: 'organisation-admin', organisationId: other.id });
});
afterAll(() => world[Symbol.asyncDispose]());

const cookieOf = (cookie: string) => cookie.split(';')[0] ?? '';
const kindOf = async (cookie: string) => (await authenticate(world.visitor, cookieOf(cookie))).kind;

async function joined(signInName = canary('sign-in-name')) {
  const account = { signInName, passphrase: canary('passphrase-of-staff') };
  const { code } = await inviteStaff(admin, { role: 'partner-staff', displayName: `Colleague ${++names}` });
  world.watch(code.replaceAll(' ', ''));
  const { cookie, staffId } = await acceptStaffInvitation(world.visitor, { code, ...account });
  const signIn = () =>
    signInStaff(world.visitor, { name: account.signInName, passphrase: account.passphrase });
  return { account, code, cookie, staffId, signIn };
}

it('lets in whoever holds a code, once, to a session that leads to the second factor', async () => {
  const { code, cookie, account, signIn } = await joined();
  expect(await kindOf(cookie)).toBe('staff-pending');
  expect(await kindOf((await signIn()).cookie)).toBe('staff-pending');
  await expect(acceptStaffInvitation(world.visitor, { code, ...account })).rejects.toMatchObject(WRONG);
});

it('gives one account to ten who type a code at once', async () => {
  const { code } = await inviteStaff(admin, { role: 'partner-staff', displayName: 'One' });
  const tries = Array.from({ length: 10 }, () =>
    acceptStaffInvitation(world.visitor, {
      code,
      signInName: canary('sign-in-name'),
      passphrase: canary('passphrase-of-staff'),
    }),
  );
  const ended = await Promise.allSettled(tries);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('answers alike to a code that never was, was used, was withdrawn or is over', async () => {
  const used = (await joined()).code;
  const withdrawn = await inviteStaff(admin, { role: 'partner-staff', displayName: 'Nobody' });
  await withdrawStaffInvitation(admin, { id: withdrawn.id });
  const over = await inviteStaff(admin, { role: 'partner-staff', displayName: 'Late' });
  world.clock.advance(7 * 24 * 60 * 60_000);
  const given = { signInName: canary('sign-in-name'), passphrase: canary('passphrase-of-staff') };
  for (const code of ['0000 000 000 000', '', 'x', used, withdrawn.code, over.code]) {
    const told = await acceptStaffInvitation(world.visitor, { code, ...given }).catch(
      (error: unknown) => error,
    );
    expect(told, code).toMatchObject({ ...WRONG, message: 'this code opens nothing', issues: [] });
    await expect(readStaffInvitation(world.visitor, { code })).rejects.toMatchObject(WRONG);
  }
  world.clock.set('2026-11-24T09:00:00Z');
});

it('lets a counsellor say what people see of them, and nobody else', async () => {
  const account = () => ({ signInName: canary('sign-in-name'), passphrase: canary('passphrase-of-staff') });
  const { code } = await inviteStaff(admin, { role: 'counsellor', displayName: 'Ayu' });
  expect(await readStaffInvitation(world.visitor, { code })).toEqual({
    purpose: 'join',
    role: 'counsellor',
    organisation: 'Ours',
    displayName: 'Ayu',
  });
  const unfit = { code: 'invalid-input' };
  await expect(acceptStaffInvitation(world.visitor, { code, ...account() })).rejects.toMatchObject(unfit);
  await acceptStaffInvitation(world.visitor, { code, ...account(), counsellor: profile });
  const partner = await inviteStaff(admin, { role: 'partner-staff', displayName: 'Budi' });
  await expect(
    acceptStaffInvitation(world.visitor, { code: partner.code, ...account(), counsellor: profile }),
  ).rejects.toMatchObject(unfit);
});

it('refuses a short passphrase and a name that is in use', async () => {
  const { account } = await joined();
  const { code } = await inviteStaff(admin, { role: 'partner-staff', displayName: 'Two' });
  const passphrase = canary('passphrase-of-staff');
  await expect(
    acceptStaffInvitation(world.visitor, { code, signInName: canary('sign-in-name'), passphrase: 'seven77' }),
  ).rejects.toMatchObject({ code: 'passphrase-too-short' });
  await expect(
    acceptStaffInvitation(world.visitor, { code, signInName: account.signInName, passphrase }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

it('cuts every session of whoever leaves at the next request, and lets them back when they come back', async () => {
  const { staffId, cookie, signIn } = await joined();
  const second = (await signIn()).cookie;
  await deactivateStaff(admin, { id: staffId });
  for (const one of [cookie, second]) expect(await kindOf(one)).toBe('visitor');
  await expect(signIn()).rejects.toMatchObject({ code: 'wrong-sign-in' });
  await reactivateStaff(admin, { id: staffId });
  expect(await kindOf(cookie)).toBe('visitor');
  expect(await kindOf((await signIn()).cookie)).toBe('staff-pending');
});

it('gives back the appointments of a counsellor who leaves, and tells the person that it was not they', async () => {
  const counsellor = await addCounsellor(world, { organisationId });
  const person = await world.person();
  const { id } = await bookAppointment(person, {
    counsellorId: counsellor.actor.staffId,
    startsAt: '2026-11-25T03:00:00Z',
    modality: 'video',
    zone: 'Asia/Jakarta',
  });
  await deactivateStaff(admin, { id: counsellor.actor.staffId });
  expect(await getMyAppointment(person, { id })).toMatchObject({
    status: 'cancelled',
    cancelledBy: 'organisation',
    meetingDetails: null,
  });
});

it('keeps somebody who leads: no admin removes the last one, also of two who remove each other at once', async () => {
  const { id } = await createOrganisation(world.system, { name: 'Small', country: 'ID' });
  const one = await addStaff(world, { role: 'organisation-admin', organisationId: id });
  await expect(deactivateStaff(one, { id: one.actor.staffId })).rejects.toMatchObject({ code: 'conflict' });
  const two = await addStaff(world, { role: 'organisation-admin', organisationId: id });
  const ended = await Promise.allSettled([
    deactivateStaff(one, { id: two.actor.staffId }),
    deactivateStaff(two, { id: one.actor.staffId }),
  ]);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('answers an admin of another organisation as if nobody were there', async () => {
  const { staffId } = await joined();
  const invitation = await inviteStaff(admin, { role: 'partner-staff', displayName: 'Open' });
  const id = staffId;
  for (const deed of [deactivateStaff, reactivateStaff, resetSecondFactor, resetStaffPassphrase])
    await expect(deed(foreign, { id })).rejects.toMatchObject(NOT_FOUND);
  await expect(withdrawStaffInvitation(foreign, { id: invitation.id })).rejects.toMatchObject(NOT_FOUND);
  const invite = { role: 'partner-staff' as const, displayName: 'x', organisationId };
  await expect(inviteStaff(foreign, invite)).rejects.toMatchObject(NOT_FOUND);
  await expect(listColleagues(foreign, { organisationId })).rejects.toMatchObject(NOT_FOUND);
  await expect(listStaffInvitations(foreign, { organisationId })).rejects.toMatchObject(NOT_FOUND);
  const { id: keyId } = await createOwnKey(admin, { name: 'Of ours' });
  await expect(revokeKey(foreign, { id: keyId })).rejects.toMatchObject(NOT_FOUND);
  expect(await listKeys(foreign, { organisationId })).toEqual([]);
  expect(await listKeys(admin, {})).toMatchObject([{ id: keyId, name: 'Of ours' }]);
  await revokeKey(admin, { id: keyId });
  expect(await listKeys(admin, {})).toEqual([]);
});

it('lets nobody give a role above their own, or touch somebody who stands above', async () => {
  const platform = await addStaff(world, { role: 'platform-admin', organisationId });
  const invite = { role: 'platform-admin' as const, displayName: 'x' };
  await expect(inviteStaff(admin, invite)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(deactivateStaff(admin, { id: platform.actor.staffId })).rejects.toMatchObject(NOT_FOUND);
  await expect(inviteStaff(platform, invite)).resolves.toHaveProperty('code');
});

it('lets somebody choose a new passphrase by a code and their name, and ends what was open', async () => {
  const { account, staffId, cookie } = await joined();
  const { code } = await resetStaffPassphrase(admin, { id: staffId });
  expect(await kindOf(cookie)).toBe('visitor');
  const passphrase = canary('passphrase-of-staff');
  const accept = (signInName: string) =>
    acceptStaffInvitation(world.visitor, { code, signInName, passphrase });
  await expect(accept(canary('sign-in-name')), 'somebody who found the code').rejects.toMatchObject(WRONG);
  expect(await kindOf((await accept(account.signInName)).cookie)).toBe('staff-pending');
  await expect(
    signInStaff(world.visitor, { name: account.signInName, passphrase: account.passphrase }),
  ).rejects.toMatchObject({ code: 'wrong-sign-in' });
});

it('lets nobody reset their own second factor', async () => {
  const own = await addStaff(world, { role: 'organisation-admin', organisationId });
  await expect(resetSecondFactor(own, { id: own.actor.staffId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('changes one’s own passphrase only for the old one', async () => {
  const { account, staffId } = await joined();
  const actor = { kind: 'partner-staff' as const, staffId, organisationId, sessionId: staffId };
  const passphrase = canary('passphrase-of-staff');
  await expect(
    changeStaffPassphrase(world.as(actor), { oldPassphrase: canary('wrong'), passphrase }),
  ).rejects.toMatchObject({ code: 'wrong-sign-in' });
  expect(account.passphrase).not.toBe(passphrase);
});

it('shows an admin who works there, and nobody whom they help', async () => {
  const person = await world.person();
  const seen = JSON.stringify([await listColleagues(admin, {}), await listStaffInvitations(admin, {})]);
  expect(seen).toContain('Colleague 1');
  expect(seen).not.toContain(person.actor.personId);
  expect(seen).not.toMatch(/hash|index|sign/i);
});

it('says to an admin which of those who work there they are themselves', async () => {
  const own = await addStaff(world, { role: 'organisation-admin', organisationId });
  const you = (await listColleagues(own, {})).filter(({ isYou }) => isYou);
  expect(you.map(({ id }) => id)).toEqual([own.actor.staffId]);
});

it('writes over the sign-in names of an older version at the start', async () => {
  const { signIn, staffId, account } = await joined('name-of-an-older-version');
  await world.rows('UPDATE staff SET sign_in_index = NULL, sign_in_name = $2 WHERE id = $1', [
    staffId,
    account.signInName.toLowerCase(),
  ]);
  expect(await hideSignInNames(world.visitor)).toBeGreaterThan(0);
  expect(await kindOf((await signIn()).cookie)).toBe('staff-pending');
  expect(await hideSignInNames(world.visitor)).toBe(0);
});

it('lets a colleague lead and lead no longer, and ends their sessions each time', async () => {
  const { staffId, cookie } = await joined();
  const roleOf = async () => (await listColleagues(admin, {})).find(({ id }) => id === staffId)?.role;
  await changeStaffRole(admin, { id: staffId, role: 'organisation-admin' });
  expect([await roleOf(), await kindOf(cookie)]).toEqual(['organisation-admin', 'visitor']);
  await changeStaffRole(admin, { id: staffId, role: 'partner-staff' });
  expect(await roleOf()).toBe('partner-staff');
});

it('changes no role of another organisation’s, of oneself, or of a counsellor', async () => {
  const { staffId } = await joined();
  const role = 'organisation-admin';
  await expect(changeStaffRole(foreign, { id: staffId, role })).rejects.toMatchObject(NOT_FOUND);
  const own = 'staffId' in admin.actor ? admin.actor.staffId : '';
  await expect(changeStaffRole(admin, { id: own, role: 'partner-staff' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const counsellor = await addCounsellor(world, { organisationId });
  await expect(changeStaffRole(admin, { id: counsellor.actor.staffId, role })).rejects.toMatchObject({
    code: 'conflict',
  });
});

it('leaves an organisation its last admin, whoever asks', async () => {
  const { id } = await createOrganisation(world.system, { name: 'Small', country: 'VN' });
  const only = await addStaff(world, { role: 'organisation-admin', organisationId: id });
  const platform = await addStaff(world, { role: 'platform-admin', organisationId });
  const staffId = 'staffId' in only.actor ? only.actor.staffId : '';
  await expect(changeStaffRole(platform, { id: staffId, role: 'partner-staff' })).rejects.toMatchObject({
    code: 'conflict',
  });
});
