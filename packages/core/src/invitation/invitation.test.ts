import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPartner, addStaff, createWorld, type World } from '../../testing/index.ts';
import { getMyStanding } from '../newcomer/index.ts';
import { createInvitations } from './create-invitations.ts';
import { listInvitations } from './list-invitations.ts';
import { redeemInvitation } from './redeem-invitation.ts';
import { withdrawInvitations } from './withdraw-invitations.ts';

const START = '2026-11-24T01:00:00Z';
const DAY = 86_400_000;
let world: World;
beforeAll(async () => {
  world = await createWorld({ now: START });
});
afterAll(() => world[Symbol.asyncDispose]());

async function newAdmin() {
  const { organisationId } = await addPartner(world);
  return addStaff(world, { role: 'organisation-admin', organisationId });
}
const newcomer = () => world.person({ newcomer: true });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    ({ code, message, issues }) => ({ code, message, issues }),
  );
const WRONG = { code: 'wrong-code', message: 'this code opens nothing', issues: [] };

it('makes as many codes as are asked for, digits only, and keeps none in a form that can be read', async () => {
  const admin = await newAdmin();
  const { codes, expiresAt } = await createInvitations(admin, { label: 'Spring', codes: 100 });
  expect(new Set(codes).size).toBe(100);
  for (const code of codes) {
    expect(code).toMatch(/^\d{4} \d{3} \d{3} \d{3}$/);
    world.watch(world.watch(code).replaceAll(' ', ''));
  }
  expect(expiresAt).toBe('2026-12-24T01:00:00Z');
  for (const wrong of [{ codes: 0 }, { codes: 101 }, { usesEach: 21 }, { lastsDays: 181 }, { label: '' }])
    expect(await refusalOf(createInvitations(admin, { label: 'x', codes: 1, ...wrong }))).toMatchObject({
      code: 'invalid-input',
    });
});

it('is made only by an admin who has just proved who they are', async () => {
  const admin = await newAdmin();
  const late = { ...admin, actor: { ...admin.actor, provedUntil: world.clock.now() } };
  expect(await refusalOf(createInvitations(late, { label: 'x', codes: 1 }))).toMatchObject({
    code: 'step-up-required',
  });
  expect(await listInvitations(admin, undefined)).toEqual([]);
});

it('confirms whoever types a code, in any script, and says no name', async () => {
  const { codes } = await createInvitations(await newAdmin(), { label: 'x', codes: 1 });
  const person = await newcomer();
  const thai = [...(codes[0] ?? '')].map((c) =>
    /\d/.test(c) ? String.fromCodePoint(0x0e50 + Number(c)) : c,
  );
  await redeemInvitation(person, { code: thai.join('') });
  expect(await getMyStanding(person, undefined)).toEqual({ confirmedAt: START, confirmedBy: null });
});

it('of many who redeem one code at once, exactly as many as it has uses get through', async () => {
  const { codes } = await createInvitations(await newAdmin(), { label: 'x', codes: 1, usesEach: 3 });
  const people = await Promise.all(Array.from({ length: 9 }, newcomer));
  const results = await Promise.all(
    people.map((one) => refusalOf(redeemInvitation(one, { code: codes[0] ?? '' }))),
  );
  expect(results.filter((result) => result === 'done')).toHaveLength(3);
  for (const result of results) if (result !== 'done') expect(result).toEqual(WRONG);
});

it('answers alike to a code that is wrong, no code at all, used up, expired or withdrawn', async () => {
  const admin = await newAdmin();
  const make = async () => createInvitations(admin, { label: 'x', codes: 1, lastsDays: 1 });
  const [used, withdrawn, expired] = [await make(), await make(), await make()];
  await redeemInvitation(await newcomer(), { code: used.codes[0] ?? '' });
  await withdrawInvitations(admin, { id: withdrawn.id });
  const person = await newcomer();
  for (const code of [used.codes[0], withdrawn.codes[0], '4821 903 771 560', 'hello', ''])
    expect(await refusalOf(redeemInvitation(person, { code: code ?? '' })), code).toEqual(WRONG);
  world.clock.advance(DAY);
  expect(await refusalOf(redeemInvitation(person, { code: expired.codes[0] ?? '' }))).toEqual(WRONG);
  expect(await getMyStanding(person, undefined)).toMatchObject({ confirmedAt: null });
  world.clock.set(START);
});

it('uses nothing up for somebody who is known already, whatever they type', async () => {
  const admin = await newAdmin();
  const { codes } = await createInvitations(admin, { label: 'x', codes: 1 });
  const person = await world.person();
  for (const code of [codes[0] ?? '', 'nonsense'])
    expect(await refusalOf(redeemInvitation(person, { code }))).toBe('done');
  expect(await listInvitations(admin, undefined)).toMatchObject([{ usesLeft: 1, state: 'open' }]);
});

it('shows an organisation its own batches with the uses that are left, and no other organisation’s', async () => {
  const [admin, other] = [await newAdmin(), await newAdmin()];
  const { id, codes } = await createInvitations(admin, { label: 'Shelter', codes: 2, usesEach: 2 });
  await redeemInvitation(await newcomer(), { code: codes[1] ?? '' });
  expect(await listInvitations(admin, undefined)).toEqual([
    {
      id,
      label: 'Shelter',
      codes: 2,
      usesEach: 2,
      usesLeft: 3,
      createdAt: START,
      expiresAt: '2026-12-24T01:00:00Z',
      state: 'open',
    },
  ]);
  expect(await listInvitations(other, undefined)).toEqual([]);
  expect(await refusalOf(withdrawInvitations(other, { id }))).toMatchObject({ code: 'not-found' });
  await withdrawInvitations(admin, { id });
  expect(await listInvitations(admin, undefined)).toMatchObject([{ state: 'withdrawn' }]);
});

it('writes nowhere which code a person redeemed, nor when a code was', async () => {
  const { id, codes } = await createInvitations(await newAdmin(), { label: 'x', codes: 1 });
  const before = await world.rows('SELECT * FROM invitation_batch WHERE id = $1', [id]);
  const person = await newcomer();
  await redeemInvitation(person, { code: codes[0] ?? '' });
  expect(await world.rows('SELECT * FROM invitation_batch WHERE id = $1', [id])).toEqual(before);
  const [code] = await world.rows('SELECT * FROM invitation_code WHERE batch_id = $1', [id]);
  expect(Object.keys(code ?? {}).sort()).toEqual(['batch_id', 'code_index', 'organisation_id', 'uses_left']);
  const audit = await world.rows<{ organisation_id: string | null; subject_id: string | null }>(
    `SELECT organisation_id, subject_id FROM audit_entry WHERE action = 'invitation.redeem' AND actor_id = $1`,
    [person.actor.personId],
  );
  expect(audit).toEqual([{ organisation_id: null, subject_id: null }]);
});
