import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounsellor, addStaff, canary, createWorld, type World } from '../../testing/index.ts';
import { getNewAccessNumber, signIn } from '../account/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { type Context, newId } from '../kernel/index.ts';
import { authenticate } from '../session/index.ts';
import { confirmRecovery } from './confirm-recovery.ts';
import { getMyRecovery } from './get-my-recovery.ts';
import { listRecoveriesToConfirm } from './list-recoveries-to-confirm.ts';
import { listStartedRecoveries } from './list-started-recoveries.ts';
import { makeCard } from './make-card.ts';
import { recoverAccount } from './recover-account.ts';
import { showRecoveryCode } from './show-code.ts';
import { startRecovery } from './start-recovery.ts';

const START = '2026-11-24T01:00:00Z';
const MINUTE = 60_000;
let world: World;
beforeAll(async () => {
  world = await createWorld({ now: START });
});
afterAll(() => world[Symbol.asyncDispose]());

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    ({ code, message, issues }) => ({ code, message, issues }),
  );
const WRONG = { code: 'wrong-code', message: 'this code opens nothing', issues: [] };
const actorOf = (setCookie: string) => authenticate(world.visitor, setCookie.split(';')[0]);
const proved = <C extends Context>(context: C): C => ({
  ...context,
  actor: { ...context.actor, provedUntil: Number.MAX_SAFE_INTEGER },
});
const watched = (code: string): string => world.watch(world.watch(code).replaceAll(' ', ''));
const recover = (code: string) => recoverAccount(world.visitor, { code, passphrase: canary('after') });

/** A person with an appointment at Mali's, and Dedi, who may confirm. */
async function arrange() {
  const mali = proved(await addCounsellor(world, { alias: 'Mali' }));
  const { organisationId } = mali.actor;
  const dedi = await addStaff(world, { role: 'organisation-admin', organisationId });
  const person = proved(await world.person());
  const { id: appointmentId } = await bookAppointment(person, {
    counsellorId: mali.actor.staffId,
    startsAt: '2026-11-26T03:00:00Z',
    modality: 'video',
    zone: 'Asia/Jakarta',
  });
  return { mali, dedi, person, appointmentId, organisationId };
}

/** The same, up to the code. */
async function arrangeCode() {
  const arranged = await arrange();
  const { id } = await startRecovery(arranged.mali, { appointmentId: arranged.appointmentId });
  await confirmRecovery(arranged.dedi, { id });
  const { code } = await showRecoveryCode(arranged.mali, { id });
  watched(code);
  return { ...arranged, id, code };
}

describe('a card', () => {
  it('holds 20 digits, lets the person in once, and gives another number', async () => {
    const person = proved(await world.person());
    const { code } = await makeCard(person, undefined);
    expect(code).toMatch(/^\d{4}( \d{4}){4}$/);
    const passphrase = canary('after');
    const { cookie, personId } = await recoverAccount(world.visitor, { code: watched(code), passphrase });
    expect(personId).toBe(person.actor.personId);
    const again = await actorOf(cookie);
    expect(again).toMatchObject({ kind: 'person', kept: false });
    const { accessNumber } = await getNewAccessNumber(world.as(again), undefined);
    await signIn(world.visitor, { accessNumber: accessNumber ?? '', passphrase });
    expect(await refusalOf(recover(code))).toEqual(WRONG);
  });

  it('needs a fresh proof, and voids the card before', async () => {
    const person = await world.person();
    const late = { ...person, actor: { ...person.actor, provedUntil: 0 } };
    expect(await refusalOf(makeCard(late, undefined))).toMatchObject({ code: 'step-up-required' });
    const first = await makeCard(proved(person), undefined);
    const second = await makeCard(proved(person), undefined);
    expect(await refusalOf(recover(watched(first.code)))).toEqual(WRONG);
    expect(await refusalOf(recover(watched(second.code)))).toBe('done');
  });

  it('made many times at once is one card', async () => {
    const person = proved(await world.person());
    await Promise.all(Array.from({ length: 6 }, () => makeCard(person, undefined)));
    expect(
      await world.rows('SELECT FROM recovery_code WHERE person_id = $1', [person.actor.personId]),
    ).toHaveLength(1);
  });
});

describe('a code by staff', () => {
  it('needs two who are not the same, and tells the person who they were for 90 days', async () => {
    const { mali, dedi, appointmentId } = await arrange();
    const { id } = await startRecovery(mali, { appointmentId });
    expect(await refusalOf(showRecoveryCode(mali, { id }))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(confirmRecovery(mali, { id }))).toMatchObject({ code: 'not-found' });
    expect(await listRecoveriesToConfirm(mali, undefined)).toEqual([]);
    expect(await listRecoveriesToConfirm(dedi, undefined)).toEqual([
      { id, startedBy: 'Mali', reference: expect.stringMatching(/^A-\d{4}$/), startedAt: START },
    ]);
    await confirmRecovery(dedi, { id });
    expect(await listStartedRecoveries(mali, undefined)).toMatchObject([
      { id, confirmedBy: 'Dedi', state: 'confirmed' },
    ]);
    const { code } = await showRecoveryCode(mali, { id });
    const { cookie } = await recover(watched(code));
    expect(await listStartedRecoveries(mali, undefined)).toMatchObject([{ id, state: 'used' }]);
    const person = world.as(await actorOf(cookie));
    expect((await getMyRecovery(person, undefined)).renewals).toEqual([{ at: START, by: ['Mali', 'Dedi'] }]);
    world.clock.advance(90 * 24 * 60 * MINUTE);
    expect((await getMyRecovery(person, undefined)).renewals).toEqual([]);
    world.clock.set(START);
  });

  it('is shown once, and lasts half an hour', async () => {
    const { mali, id, code } = await arrangeCode();
    expect(await refusalOf(showRecoveryCode(mali, { id }))).toMatchObject({ code: 'not-found' });
    world.clock.advance(30 * MINUTE);
    expect(await refusalOf(recover(code))).toEqual(WRONG);
    world.clock.advance(-1);
    expect(await refusalOf(recover(code))).toBe('done');
    world.clock.set(START);
  });

  it('is not asked for by a colleague, nor by one who no longer looks after the person', async () => {
    const { mali, appointmentId, organisationId } = await arrange();
    const colleague = proved(await addCounsellor(world, { organisationId }));
    expect(await refusalOf(startRecovery(colleague, { appointmentId }))).toMatchObject({ code: 'not-found' });
    world.clock.set('2026-12-26T04:00:00Z');
    expect(await refusalOf(startRecovery(mali, { appointmentId }))).toMatchObject({ code: 'not-found' });
    world.clock.set(START);
  });

  it('is confirmed by nobody of another organisation, no partner’s staff, and nobody who has left', async () => {
    const { mali, dedi, appointmentId, organisationId } = await arrange();
    const { id } = await startRecovery(mali, { appointmentId });
    const stranger = proved(await addCounsellor(world));
    const refused = await refusalOf(confirmRecovery(stranger, { id }));
    expect(refused).toEqual(await refusalOf(confirmRecovery(stranger, { id: newId(world.system) })));
    expect(refused).toMatchObject({ code: 'not-found' });
    expect(await listRecoveriesToConfirm(stranger, undefined)).toEqual([]);
    const partner = await addStaff(world, { role: 'partner-staff', organisationId });
    expect(await refusalOf(confirmRecovery(partner, { id }))).toMatchObject({ code: 'forbidden' });
    await world.rows('UPDATE staff SET deactivated_at = now() WHERE id = $1', [dedi.actor.staffId]);
    expect(await refusalOf(confirmRecovery(dedi, { id }))).toMatchObject({ code: 'not-signed-in' });
  });

  it('opens nothing once one of the two has left', async () => {
    const { mali, dedi, id } = await arrange().then(async (arranged) => {
      const started = await startRecovery(arranged.mali, { appointmentId: arranged.appointmentId });
      await confirmRecovery(arranged.dedi, { id: started.id });
      return { ...arranged, id: started.id };
    });
    await world.rows('UPDATE staff SET deactivated_at = now() WHERE id = $1', [dedi.actor.staffId]);
    expect(await refusalOf(showRecoveryCode(mali, { id }))).toMatchObject({ code: 'not-found' });
    const other = await arrangeCode();
    await world.rows('UPDATE staff SET deactivated_at = now() WHERE id = $1', [other.mali.actor.staffId]);
    expect(await refusalOf(recover(other.code))).toEqual(WRONG);
  });

  it('needs a fresh proof of both at every step', async () => {
    const { mali, dedi, appointmentId } = await arrange();
    const { id } = await startRecovery(mali, { appointmentId });
    const late = <C extends Context>(context: C): C => ({
      ...context,
      actor: { ...context.actor, provedUntil: 0 },
    });
    for (const refused of [
      startRecovery(late(mali), { appointmentId }),
      confirmRecovery(late(dedi), { id }),
      showRecoveryCode(late(mali), { id }),
    ])
      expect(await refusalOf(refused)).toMatchObject({ code: 'step-up-required' });
  });

  it('asked for again while it waits is the same request, and waits for a day', async () => {
    const { mali, dedi, appointmentId } = await arrange();
    const { id } = await startRecovery(mali, { appointmentId });
    expect((await startRecovery(mali, { appointmentId })).id).toBe(id);
    expect(await listRecoveriesToConfirm(dedi, undefined)).toHaveLength(1);
    world.clock.advance(24 * 60 * MINUTE);
    expect(await listRecoveriesToConfirm(dedi, undefined)).toEqual([]);
    expect(await refusalOf(confirmRecovery(dedi, { id }))).toMatchObject({ code: 'not-found' });
    expect((await startRecovery(mali, { appointmentId })).id).not.toBe(id);
    world.clock.set(START);
  });

  it('is confirmed by one, of two who do so at once', async () => {
    const { mali, dedi, appointmentId, organisationId } = await arrange();
    const { id } = await startRecovery(mali, { appointmentId });
    const other = await addStaff(world, { role: 'organisation-admin', organisationId });
    const results = await Promise.all([dedi, other].map((by) => refusalOf(confirmRecovery(by, { id }))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
  });

  it('opens nothing of a person whose key is destroyed, and says so like any wrong code', async () => {
    const { person, code } = await arrangeCode();
    const { personId } = person.actor;
    const erasedAt = new Date(world.clock.now());
    await world.ports.keys.destroy({ personId, receiptIndex: Buffer.alloc(32, 7), erasedAt });
    expect(await refusalOf(recover(code))).toEqual(WRONG);
  });

  it('stands in what the person reads of who looked', async () => {
    const { mali, dedi, person } = await arrangeCode();
    const looks = await world.rows(
      `SELECT staff_id FROM record_access WHERE person_id = $1 AND what = 'recovery'`,
      [person.actor.personId],
    );
    expect(looks.map((look) => look.staff_id).toSorted()).toEqual(
      [mali.actor.staffId, dedi.actor.staffId].toSorted(),
    );
  });
});

describe('whoever is in again', () => {
  it('shuts every way in that was there before', async () => {
    const { person, code } = await arrangeCode();
    const { personId } = person.actor;
    const card = await makeCard(person, undefined);
    await world.rows(
      `INSERT INTO passkey (id, credential_index, person_id, public_key, created_at) VALUES ($1, sha256('k'), $1, '\\x00', now())`,
      [personId],
    );
    const { cookie } = await recover(code);
    expect(await world.rows('SELECT FROM session WHERE person_id = $1', [personId])).toHaveLength(1);
    expect(await actorOf(cookie)).toMatchObject({ kind: 'person', personId });
    expect(await world.rows('SELECT FROM passkey WHERE person_id = $1', [personId])).toHaveLength(0);
    expect(await refusalOf(recover(watched(card.code)))).toEqual(WRONG);
  });

  it('is one, of many who type one code at once', async () => {
    const { code } = await arrangeCode();
    const results = await Promise.all(Array.from({ length: 6 }, () => refusalOf(recover(code))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
  });

  it('is told alike that a code is wrong, none at all, or somebody else’s number', async () => {
    for (const code of ['', 'hello', '4821 903 771 560', '1111 2222 3333 4444 5555'])
      expect(await refusalOf(recover(code)), code).toEqual(WRONG);
  });

  it('spends no code on a passphrase that is too weak', async () => {
    const { code } = await arrangeCode();
    expect(await refusalOf(recoverAccount(world.visitor, { code, passphrase: 'short' }))).toMatchObject({
      code: 'passphrase-too-short',
    });
    expect(await refusalOf(recover(code))).toBe('done');
  });
});
