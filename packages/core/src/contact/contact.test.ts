import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canary, canaryEmail, canaryPhone, createWorld, type World } from '../../testing/index.ts';
import { confirmSafeContact } from './confirm-safe-contact.ts';
import { getMySafeContact } from './get-my-safe-contact.ts';
import { removeSafeContact } from './remove-safe-contact.ts';
import { setSafeContact } from './set-safe-contact.ts';
import { undoContactChange } from './undo-contact-change.ts';

const HOUR = 60 * 60 * 1000;
const hours = {
  days: ['MO' as const],
  from: '09:00',
  to: '17:00',
  zone: 'Asia/Bangkok',
  language: 'th' as const,
};

let world: World;
let person: Awaited<ReturnType<World['person']>>;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  person = await world.person();
});

/** The same person, who has just proved again who they are. */
const proved = () => world.as({ ...person.actor, provedUntil: world.clock.now() + 10 * 60 * 1000 });
const byPhone = { channel: 'sms' as const, address: '+66812345678', ...hours };
const byMail = () => ({
  channel: 'email' as const,
  address: canaryEmail('contact'),
  codeWord: canary('code-word'),
  ...hours,
});
const mine = () => getMySafeContact(person, undefined);

describe('a safe contact', () => {
  it('is nothing unless the person says something', async () => {
    expect(await mine()).toEqual({ current: null, next: null, ways: ['call'] });
  });

  it('counts at once when it is the first, and is shown with too little for whoever looks over a shoulder', async () => {
    await setSafeContact(proved(), { ...byPhone, codeWord: canary('code-word') });
    const { current, next } = await mine();
    expect(next).toBeNull();
    expect(current).toEqual({
      channel: 'sms',
      addressHint: '+… 678',
      mayLeaveMessage: false,
      days: ['MO'],
      from: '09:00',
      to: '17:00',
      zone: 'Asia/Bangkok',
      language: 'th',
      hasCodeWord: true,
      confirmedAt: expect.any(String),
      isStale: false,
      refusedSince: null,
    });
  });

  it('lies nowhere in readable form, its channel included', async () => {
    const address = canaryPhone();
    await setSafeContact(proved(), { ...byPhone, address: world.watch(address) });
    const rows = await world.rows<{ details_sealed: Buffer | null }>(
      'SELECT details_sealed FROM safe_contact',
    );
    const sealed = rows.map((row) => row.details_sealed).filter((bytes) => bytes !== null);
    expect(sealed.length).toBeGreaterThan(0);
    for (const bytes of sealed) expect(bytes.toString('latin1')).not.toMatch(/sms|Bangkok|channel/);
  });

  it('is changed only by somebody who has just proved who they are', async () => {
    const idle = world.as({ ...person.actor, provedUntil: world.clock.now() });
    await expect(setSafeContact(idle, byPhone)).rejects.toMatchObject({ code: 'step-up-required' });
    expect(
      await world.rows('SELECT FROM safe_contact WHERE person_id = $1', [person.actor.personId]),
    ).toEqual([]);
  });

  it('is replaced after a day in which the person sees it, and is the old one until then', async () => {
    await setSafeContact(proved(), byPhone);
    await setSafeContact(proved(), byMail());
    const startsAt = new Date(world.clock.now() + 24 * HOUR).toISOString().replace('.000Z', 'Z');
    world.clock.advance(24 * HOUR - 1);
    expect(await mine()).toMatchObject({
      current: { channel: 'sms' },
      next: { channel: 'email', startsAt, addressHint: expect.stringMatching(/^.…@…$/) },
    });
    world.clock.advance(1);
    expect(await mine()).toMatchObject({ current: { channel: 'email' }, next: null });
  });

  it('stays what it was when the change is undone, and needs no word of the old contact', async () => {
    await setSafeContact(proved(), byPhone);
    await setSafeContact(proved(), byMail());
    await undoContactChange(person, undefined);
    await undoContactChange(person, undefined);
    world.clock.advance(48 * HOUR);
    expect(await mine()).toMatchObject({ current: { channel: 'sms' }, next: null });
  });

  it('is gone at once when it is removed, a change on its way included', async () => {
    await setSafeContact(proved(), byPhone);
    await setSafeContact(proved(), byMail());
    await removeSafeContact(person, undefined);
    await removeSafeContact(person, undefined);
    expect(await mine()).toMatchObject({ current: null, next: null });
    world.clock.advance(48 * HOUR);
    expect(await mine()).toMatchObject({ current: null, next: null });
  });

  it('waits its day also after a removal, so that removing and setting is no way around', async () => {
    await setSafeContact(proved(), byPhone);
    await removeSafeContact(person, undefined);
    world.clock.advance(HOUR);
    await setSafeContact(proved(), byMail());
    expect(await mine()).toMatchObject({ current: null, next: { channel: 'email' } });
    await removeSafeContact(person, undefined);
    world.clock.advance(24 * HOUR);
    await setSafeContact(proved(), byMail());
    expect(await mine()).toMatchObject({ current: { channel: 'email' }, next: null });
  });

  it('is stale after eight weeks, and right again when the person says so', async () => {
    await setSafeContact(proved(), byPhone);
    world.clock.advance(56 * 24 * HOUR + 1);
    expect(await mine()).toMatchObject({ current: { isStale: true } });
    await confirmSafeContact(person, undefined);
    expect(await mine()).toMatchObject({ current: { isStale: false } });
  });

  it('cannot be called right where there is none', async () => {
    await expect(confirmSafeContact(person, undefined)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps one of several changes that come at once, and the contact that counts', async () => {
    await setSafeContact(proved(), byPhone);
    await Promise.all(Array.from({ length: 5 }, () => setSafeContact(proved(), byMail())));
    expect(await mine()).toMatchObject({ current: { channel: 'sms' }, next: { channel: 'email' } });
  });

  it('is nobody else’s to see or to change', async () => {
    await setSafeContact(proved(), byPhone);
    person = await world.person();
    expect(await mine()).toMatchObject({ current: null, next: null });
    await removeSafeContact(person, undefined);
    await expect(confirmSafeContact(person, undefined)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the phone number of a contact', () => {
  it.each([
    ['+66 81-234 5678', '+66812345678'],
    ['+๖๖ ๘๑ ๒๓๔ ๕๖๗๘', '+66812345678'],
    ['＋66（81）2345678', '+66812345678'],
    ['\u200e+62 812 3456 789', '+628123456789'],
  ])('is understood as typed: %s', async (typed, _number) => {
    await setSafeContact(proved(), { ...byPhone, address: typed });
    expect((await mine()).current?.addressHint).toBe(`+… ${_number.slice(-3)}`);
  });

  it.each(['0812345678', '+0812345678', '+66', 'call me', '+66812345678901234', ''])(
    'is refused without its country or its length: %s',
    async (address) => {
      await expect(setSafeContact(proved(), { ...byPhone, address })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    },
  );

  it('comes with hours that end after they begin', async () => {
    await expect(setSafeContact(proved(), { ...byPhone, from: '17:00', to: '09:00' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
