import { CONSENT_PURPOSES, SHARED_FIELDS, type SharedField } from '@homeward/contracts/consent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  canaryPhone,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { setMyZone } from '../account/index.ts';
import { setSafeContact } from '../contact/index.ts';
import { type Context, inTransaction } from '../kernel/index.ts';
import { listWhoLooked } from '../record-access/index.ts';
import { getMyFacts } from './get-my-facts.ts';
import { grantConsent } from './grant-consent.ts';
import { listConsentRecipients } from './list-consent-recipients.ts';
import { listMyConsents } from './list-my-consents.ts';
import { listSharedWithUs } from './list-shared-with-us.ts';
import { readSharedFields } from './read-shared-fields.ts';
import { setMyFacts } from './set-my-facts.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const DAY = 24 * 60 * 60 * 1000;
const ALIAS = canary('alias');
const PHONE = canaryPhone();

let world: World;
let counsellor: CounsellorContext;
let colleague: CounsellorContext;
let stranger: CounsellorContext;
let partner: Context;
let person: Awaited<ReturnType<World['person']>>;

beforeAll(async () => {
  world = await createWorld();
  counsellor = await addCounsellor(world);
  const { organisationId } = counsellor.actor;
  colleague = await addCounsellor(world, { organisationId });
  stranger = await addCounsellor(world);
  const { sessionId, staffId } = colleague.actor;
  partner = world.as({ kind: 'partner-staff', staffId, organisationId, sessionId });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  person = await world.person();
  await setMyFacts(person, { alias: ALIAS, languages: ['my', 'th'] });
  await setMyZone(person, { zone: 'Asia/Yangon' });
  const proved = world.as({ ...person.actor, provedUntil: world.clock.now() + 1 });
  await setSafeContact(proved, {
    channel: 'call',
    address: PHONE,
    mayLeaveMessage: true,
    days: ['SA'],
    from: '18:00',
    to: '20:00',
    zone: 'Asia/Yangon',
    language: 'th',
    codeWord: canary('code-word'),
  });
});

const toOrganisation = () => ({
  kind: 'organisation' as const,
  organisationId: counsellor.actor.organisationId,
});
const toCounsellor = () => ({ kind: 'counsellor' as const, staffId: counsellor.actor.staffId });
const grant = async (fields: SharedField[], more: Partial<Parameters<typeof grantConsent>[1]> = {}) =>
  (await grantConsent(person, { recipient: toOrganisation(), purpose: 'get-in-touch', fields, ...more })).id;
const read = (context: Context, consentId: string) => readSharedFields(context, { consentId });
/** What anybody gets for an id that never was. */
const nothing = { code: 'not-found', message: 'there is no such consent' };

const ALL = {
  alias: ALIAS,
  languages: ['my', 'th'],
  zone: 'Asia/Yangon',
  contact: {
    channel: 'call',
    address: PHONE,
    mayLeaveMessage: true,
    days: ['SA'],
    from: '18:00',
    to: '20:00',
    zone: 'Asia/Yangon',
    language: 'th',
  },
};

describe('a consent', () => {
  const subsets = Array.from({ length: 2 ** SHARED_FIELDS.length - 1 }, (_, bits) =>
    SHARED_FIELDS.filter((_field, at) => (bits + 1) & (1 << at)),
  );

  it.each(subsets.map((fields) => [fields]))('shares %j, and not a byte of the rest', async (fields) => {
    const consentId = await grant([...fields]);
    const answer = await read(partner, consentId);
    const { endsAt } = answer;
    const expected = Object.fromEntries(fields.map((field) => [field, ALL[field]]));
    expect(answer).toEqual({ consentId, purpose: 'get-in-touch', endsAt, ...expected });
    const bytes = JSON.stringify(answer);
    expect(bytes).not.toContain(person.actor.personId);
    if (!fields.includes('alias')) expect(bytes).not.toContain(ALIAS);
    if (!fields.includes('contact')) expect(bytes).not.toContain(PHONE.slice(1));
    if (!fields.includes('contact') && !fields.includes('zone')) expect(bytes).not.toContain('Yangon');
    if (!fields.includes('languages')) expect(bytes).not.toContain('"my"');
    expect(bytes).not.toMatch(/code-?word/i);
  });

  it('reaches all who work at an organisation, and nobody of another one', async () => {
    const consentId = await grant(['alias']);
    for (const one of [counsellor, colleague, partner])
      expect(await read(one, consentId)).toMatchObject({ alias: ALIAS });
    await expect(read(stranger, consentId)).rejects.toMatchObject(nothing);
  });

  it('to one counsellor reaches nobody else of the same organisation', async () => {
    const consentId = await grant(['alias'], { recipient: toCounsellor() });
    expect(await read(counsellor, consentId)).toMatchObject({ alias: ALIAS });
    for (const one of [colleague, partner, stranger])
      await expect(read(one, consentId)).rejects.toMatchObject(nothing);
    expect((await listSharedWithUs(colleague, undefined)).map((one) => one.consentId)).not.toContain(
      consentId,
    );
  });

  it('answers a consent to somebody else, one that is over and an id that never was alike', async () => {
    await expect(read(counsellor, '00000000-0000-7000-8000-00000000abcd')).rejects.toMatchObject(nothing);
  });

  it('gives nothing from the next request on once it is withdrawn', async () => {
    const consentId = await grant(['alias']);
    await read(counsellor, consentId);
    await withdrawConsent(person, { consentId });
    await withdrawConsent(person, { consentId });
    await expect(read(counsellor, consentId)).rejects.toMatchObject(nothing);
    expect((await listSharedWithUs(counsellor, undefined)).map((one) => one.consentId)).not.toContain(
      consentId,
    );
    expect(await listMyConsents(person, undefined)).toMatchObject([{ id: consentId, status: 'withdrawn' }]);
  });

  it('ends after 30 days unless another date was chosen, and never later than 180', async () => {
    const month = await grant(['alias']);
    const long = await grant(['alias'], { recipient: toCounsellor(), days: 180 });
    await expect(grant(['alias'], { days: 181 })).rejects.toMatchObject({ code: 'invalid-input' });
    world.clock.advance(30 * DAY - 1);
    expect(await read(counsellor, month)).toMatchObject({ alias: ALIAS });
    world.clock.advance(1);
    await expect(read(counsellor, month)).rejects.toMatchObject(nothing);
    expect(await read(counsellor, long)).toMatchObject({ alias: ALIAS });
    world.clock.advance(150 * DAY);
    await expect(read(counsellor, long)).rejects.toMatchObject(nothing);
    expect((await listMyConsents(person, undefined)).map((one) => one.status)).toEqual([
      'expired',
      'expired',
    ]);
  });

  it('is one for each recipient: a new one takes the place of the old, also when they come at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => grant(['alias'])));
    const mine = await listMyConsents(person, undefined);
    expect(mine).toHaveLength(5);
    expect(mine.filter((one) => one.status === 'active')).toHaveLength(1);
  });

  it('is given also while the clock goes on, as real ones do', async () => {
    let ticks = 0;
    const ticking = { ...person, clock: { now: () => world.clock.now() + ticks++ } };
    const fields: SharedField[] = ['alias'];
    const { id } = await grantConsent(ticking, {
      recipient: toOrganisation(),
      purpose: 'get-in-touch',
      fields,
    });
    world.clock.advance(1000);
    expect(await read(counsellor, id)).toMatchObject({ alias: ALIAS });
  });

  it('is withdrawn by nobody but its person', async () => {
    const consentId = await grant(['alias']);
    await expect(withdrawConsent(await world.person(), { consentId })).rejects.toMatchObject(nothing);
    expect(await read(counsellor, consentId)).toMatchObject({ alias: ALIAS });
  });

  it('is given to those there are, not to somebody made up', async () => {
    const organisationId = '00000000-0000-7000-8000-00000000abcd';
    for (const recipient of [
      { kind: 'organisation' as const, organisationId },
      { kind: 'counsellor' as const, staffId: organisationId },
    ])
      await expect(grant(['alias'], { recipient })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listConsentRecipients(person, undefined)).toContainEqual({
      kind: 'organisation',
      organisationId: counsellor.actor.organisationId,
      name: expect.any(String),
    });
  });

  it('knows no other field or purpose, and no "everybody"', async () => {
    const given = { recipient: toOrganisation(), purpose: CONSENT_PURPOSES[0], fields: [SHARED_FIELDS[0]] };
    for (const wrong of [
      { ...given, fields: ['passphrase'] },
      { ...given, fields: [] },
      { ...given, purpose: 'everything' },
      { ...given, recipient: { kind: 'everybody' } },
      { ...given, personId: stranger.actor.staffId },
    ])
      await expect(grantConsent(person, wrong as typeof given)).rejects.toMatchObject({
        code: 'invalid-input',
      });
  });

  it('shares a contact only as long as the person said in the last eight weeks that it is right', async () => {
    const consentId = await grant(['contact'], { days: 180 });
    world.clock.advance(56 * DAY + 1);
    expect(await read(counsellor, consentId)).toMatchObject({ contact: null });
  });

  it('lists by words that say nothing, and that two organisations cannot compare, whoever does not share what to call them', async () => {
    const first = await grant(['languages', 'contact']);
    const second = await grant(['languages', 'contact'], {
      recipient: { kind: 'organisation', organisationId: stranger.actor.organisationId },
    });
    const ours = (await listSharedWithUs(counsellor, undefined)).find((one) => one.consentId === first);
    const theirs = (await listSharedWithUs(stranger, undefined)).find((one) => one.consentId === second);
    expect(ours?.name).toMatch(/^P-\d{4}$/);
    const bytes = JSON.stringify([ours, theirs]);
    for (const secret of [ALIAS, PHONE.slice(1), person.actor.personId]) expect(bytes).not.toContain(secret);
    expect((await listWhoLooked(person, {})).looks, 'nothing was looked at').toEqual([]);
  });

  it('is noted for the person when it is read, and when a list calls them by their alias', async () => {
    const consentId = await grant(['alias']);
    const list = await listSharedWithUs(counsellor, undefined);
    expect(list.find((one) => one.consentId === consentId)?.name).toBe(ALIAS);
    expect((await listWhoLooked(person, {})).looks).toMatchObject([{ what: 'shared' }]);
    await read(colleague, consentId);
    expect((await listWhoLooked(person, {})).looks).toHaveLength(2);
    const { rows } = world;
    const audited = await rows(
      `SELECT FROM audit_entry WHERE action IN ('consent.read-shared', 'consent.list-received')
      AND subject_id = $1`,
      [person.actor.personId],
    );
    expect(audited).toHaveLength(2);
  });
});

describe('what a person says of themselves', () => {
  it('may be nothing, and can be taken back', async () => {
    expect(await getMyFacts(await world.person(), undefined)).toEqual({ alias: null, languages: [] });
    await setMyFacts(person, { alias: null, languages: [] });
    expect(await getMyFacts(person, undefined)).toEqual({ alias: null, languages: [] });
    expect(await world.rows('SELECT FROM person_fact WHERE person_id = $1', [person.actor.personId])).toEqual(
      [],
    );
  });

  it('is null to a recipient when it is shared and was never said', async () => {
    person = await world.person();
    const consentId = await grant([...SHARED_FIELDS]);
    expect(await read(counsellor, consentId)).toMatchObject({
      alias: null,
      languages: [],
      zone: null,
      contact: null,
    });
  });
});

describe('the policies under it', () => {
  const see = async (
    context: Context,
    table: 'person_fact' | 'safe_contact' | 'person_vault' | 'consent',
  ) => {
    return inTransaction(context, 'read only', ({ db }) =>
      db.selectFrom(table).selectAll().where('person_id', '=', person.actor.personId).execute(),
    );
  };

  it('show a recipient the facts of the consent and no other row, whatever the use-case asks for', async () => {
    const consentId = await grant(['alias']);
    expect(await see(partner, 'person_fact')).toMatchObject([{ fact: 'alias' }]);
    expect(await see(partner, 'safe_contact')).toEqual([]);
    expect(await see(partner, 'person_vault')).toHaveLength(1);
    for (const table of ['person_fact', 'safe_contact', 'person_vault', 'consent'] as const)
      expect(await see(stranger, table), table).toEqual([]);
    await withdrawConsent(person, { consentId });
    for (const table of ['person_fact', 'safe_contact', 'person_vault', 'consent'] as const)
      expect(await see(partner, table), table).toEqual([]);
  });

  it('end by the same clock as the use-cases', async () => {
    await grant([...SHARED_FIELDS], { days: 1 });
    world.clock.advance(DAY - 1);
    expect(await see(partner, 'person_fact')).toHaveLength(2);
    world.clock.advance(1);
    for (const table of ['person_fact', 'safe_contact', 'person_vault', 'consent'] as const)
      expect(await see(partner, table), table).toEqual([]);
  });

  it('let a person who withdrew not give again by the back door', async () => {
    const consentId = await grant(['alias']);
    await withdrawConsent(person, { consentId });
    const revived = await inTransaction(person, 'read write', ({ db }) =>
      db.updateTable('consent').set({ withdrawn_at: null }).where('id', '=', consentId).executeTakeFirst(),
    );
    expect(revived.numUpdatedRows).toBe(0n);
  });
});
