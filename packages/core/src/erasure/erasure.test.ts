import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounsellor, type CounsellorContext, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment, getAppointmentForCounsellor, listMyAppointments } from '../booking/index.ts';
import { inTransaction, toInstant } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import {
  applyErasureList,
  cancelErasure,
  carryOutErasures,
  findReceipt,
  getMyErasure,
  isReceiptOurs,
  requestErasure,
} from './index.ts';

const DAY = 86_400_000;

let world: World;
let counsellor: CounsellorContext;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
  counsellor = await addCounsellor(world);
});
afterAll(() => world[Symbol.asyncDispose]());

type Person = Awaited<ReturnType<World['person']>>;

async function book(person: Person, startsAt: string): Promise<string> {
  const wish = {
    counsellorId: counsellor.actor.staffId,
    startsAt,
    modality: 'video',
    zone: 'Asia/Jakarta',
  } as const;
  return (await bookAppointment(person, { ...wish, callMe: 'somebody' })).id;
}

/** Tables of ours and of the queue in which this text stands somewhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await world.rows<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.rows(`SELECT FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`, [
      text,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const proved = (person: Person): Person => ({
  ...person,
  actor: { ...person.actor, provedUntil: world.clock.now() + 1 },
});

const openable = (person: Person) =>
  inTransaction(person, 'read only', async (tx) => (await findPersonKeys(tx, [person.actor.personId])).size);

describe('the database', () => {
  it('lets everything that belongs to a person go with the person, in every table there is', async () => {
    const references = await world.rows<{ place: string; action: string }>(
      `WITH RECURSIVE owned AS (
         SELECT 'person'::regclass::oid AS id
         UNION SELECT k.conrelid FROM pg_constraint k JOIN owned o ON k.confrelid = o.id WHERE k.contype = 'f' AND k.confdeltype <> 'n'
       )
       SELECT k.conrelid::regclass || '.' || k.conname AS place, k.confdeltype AS action
       FROM pg_constraint k JOIN owned o ON k.confrelid = o.id WHERE k.contype = 'f'`,
    );
    expect(references.length).toBeGreaterThan(5);
    for (const { place, action } of references)
      expect(['c', 'n'], `${place} leads to a person: say ON DELETE CASCADE`).toContain(action);
  });

  it('has no column that names a person without such a reference, but for the audit log’s pseudonyms', async () => {
    const loose = await world.rows<{ place: string }>(
      `SELECT a.attrelid::regclass || '.' || a.attname AS place FROM pg_attribute a
         JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
         AND (a.attname ~ 'person|subject|actor')
         AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey))
       ORDER BY 1`,
    );
    expect(loose.map(({ place }) => place)).toEqual([
      'audit_entry.actor_id',
      'audit_entry.subject_id',
      // What the news is about, such as an offer: never a person. The row goes with its person.
      'person_notice.subject_id',
    ]);
  });

  it('takes a person out for the system only', async () => {
    const person = await world.person();
    const erase = `SELECT * FROM erase_person('${person.actor.personId}', now())`;
    for (const context of [person, counsellor, world.visitor])
      await inTransaction(context, 'read write', (tx) => sql.raw(erase).execute(tx.db));
    expect(await world.rows('SELECT FROM person WHERE id = $1', [person.actor.personId])).toHaveLength(1);
  });
});

describe('erasure', () => {
  it('leaves nothing of a person in any table, job or key store, and takes nothing from another', async () => {
    const [person, other] = [await world.person(), await world.person()];
    const { personId } = person.actor;
    const past = await book(person, '2026-11-24T02:00:00Z');
    world.clock.set('2026-11-25T01:00:00Z');
    const future = await book(person, '2026-12-01T03:00:00Z');
    const kept = await book(other, '2026-12-01T05:00:00Z');
    expect((await tablesWith(personId)).length).toBeGreaterThan(4);
    expect(await tablesWith(past)).toContain('pgboss.job');

    const { receipt } = await requestErasure(proved(person), { waitDays: 0 });
    expect(receipt).not.toBeNull();
    expect(await tablesWith(personId)).toEqual(['public.audit_entry']);
    expect(await tablesWith(past)).toEqual(['public.audit_entry']);
    expect(await world.keyRows('SELECT FROM person_key WHERE person_id = $1', [personId])).toHaveLength(0);
    const [left] = await world.rows('SELECT * FROM appointment WHERE id = $1', [future]);
    const emptied = { person_id: null, call_me_sealed: null, language: null, person_zone: 'UTC' };
    expect(left).toMatchObject({ status: 'cancelled', ...emptied });

    expect((await listMyAppointments(other, undefined)).map(({ id }) => id)).toEqual([kept]);
    expect(await openable(other)).toBe(1);
  });

  it('tells the counsellor that a time ahead is free, and not whose it was or why', async () => {
    const person = await world.person();
    const id = await book(person, '2026-12-02T03:00:00Z');
    await requestErasure(proved(person), { waitDays: 0 });
    const jobs = await world.rows<{ data: Record<string, unknown> }>(
      `SELECT data FROM pgboss.job WHERE data ->> 'appointmentId' = $1`,
      [id],
    );
    expect(jobs).toEqual([{ data: expect.objectContaining({ type: 'appointment.cancelled' }) }]);
    expect(await getAppointmentForCounsellor(counsellor, { id })).toMatchObject({
      status: 'cancelled',
      callMe: null,
    });
    await book(await world.person(), '2026-12-02T03:00:00Z');
  });

  it('is carried out when the time is over that the person chose, and not before', async () => {
    const person = await world.person();
    const { dueAt, receipt } = await requestErasure(proved(person), { waitDays: 7 });
    expect(receipt).toBeNull();
    expect(Date.parse(dueAt)).toBe(world.clock.now() + 7 * DAY);
    world.clock.advance(7 * DAY - 1);
    expect(await carryOutErasures(world.system)).toBe(0);
    expect(await openable(person)).toBe(1);
    world.clock.advance(1);
    expect(await carryOutErasures(world.system)).toBe(1);
    expect(await tablesWith(person.actor.personId)).toEqual(['public.audit_entry']);
  });

  it('can be taken back until then, and asked for anew with another time', async () => {
    const person = await world.person();
    const first = await requestErasure(proved(person), { waitDays: 1 });
    expect(await getMyErasure(person, undefined)).toEqual({
      askedAt: toInstant(world.clock.now()),
      dueAt: first.dueAt,
      receiptNumber: first.receiptNumber,
    });
    const second = await requestErasure(proved(person), { waitDays: 30 });
    expect(await getMyErasure(person, undefined)).toMatchObject({ receiptNumber: second.receiptNumber });
    expect(await findReceipt(world.visitor, { number: first.receiptNumber })).toEqual({ state: 'unknown' });
    await cancelErasure(person, undefined);
    expect(await getMyErasure(person, undefined)).toBeNull();
    world.clock.advance(31 * DAY);
    expect(await carryOutErasures(world.system)).toBe(0);
    expect(await openable(person)).toBe(1);
  });

  it('needs a fresh proof of who is here', async () => {
    const person = await world.person();
    world.clock.advance(DAY);
    await expect(requestErasure(person, { waitDays: 0 })).rejects.toMatchObject({ code: 'step-up-required' });
    expect(await openable(person)).toBe(1);
  });

  it('is asked for twice at the same moment without harm, and both receipts are true', async () => {
    const person = proved(await world.person());
    const asked = await Promise.allSettled([1, 2].map(() => requestErasure(person, { waitDays: 0 })));
    const done = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(done.length).toBeGreaterThan(0);
    for (const { receiptNumber, receipt } of done)
      expect(await findReceipt(world.visitor, { number: receiptNumber })).toEqual({ state: 'done', receipt });
    expect(await tablesWith(person.actor.personId)).toEqual(['public.audit_entry']);
  });

  it('is carried out by several workers at once without harm', async () => {
    const people = [await world.person(), await world.person(), await world.person()];
    const receipts: string[] = [];
    for (const person of people)
      receipts.push((await requestErasure(proved(person), { waitDays: 1 })).receiptNumber);
    world.clock.advance(DAY);
    await Promise.all([1, 2, 3].map(() => carryOutErasures(world.system)));
    for (const { actor } of people) expect(await tablesWith(actor.personId)).toEqual(['public.audit_entry']);
    for (const number of receipts)
      expect(await findReceipt(world.visitor, { number })).toMatchObject({ state: 'done' });
  });

  it('leaves nothing behind of what the person books in the same moment', async () => {
    for (const startsAt of ['2027-01-20T03:00:00Z', '2027-01-20T05:00:00Z', '2027-01-20T07:00:00Z']) {
      const person = await world.person();
      const [booked] = await Promise.allSettled([
        book(person, startsAt),
        requestErasure(proved(person), { waitDays: 0 }),
      ]);
      expect(await tablesWith(person.actor.personId)).toEqual(['public.audit_entry']);
      if (booked.status === 'fulfilled')
        expect(await world.rows('SELECT status FROM appointment WHERE id = $1', [booked.value])).toEqual([
          { status: 'cancelled' },
        ]);
      await book(await world.person(), startsAt);
    }
  });

  it('brings nobody back who is on the list, whatever the database holds', async () => {
    const person = await world.person();
    const { personId } = person.actor;
    const erasedAt = new Date(world.clock.now());
    await world.ports.keys.destroy({ personId, receiptIndex: Buffer.alloc(32, 9), erasedAt });
    expect(await openable(person)).toBe(0);
    expect(await applyErasureList(world.system)).toBe(1);
    expect(await tablesWith(personId)).toEqual(['public.audit_entry']);
    expect(await applyErasureList(world.system)).toBe(0);
  });
});

describe('the receipt', () => {
  it('is found by its number in any script, before and after, and says the same each time', async () => {
    const person = await world.person();
    const { receiptNumber } = await requestErasure(proved(person), { waitDays: 1 });
    expect(receiptNumber).toMatch(/^(\d{4} ){3}\d{4}$/);
    const find = (number: string) => findReceipt(world.visitor, { number });
    expect(await find(receiptNumber)).toEqual({ state: 'waiting' });
    world.clock.advance(DAY);
    await carryOutErasures(world.system);
    const found = await find(receiptNumber);
    expect(found).toMatchObject({ state: 'done', receipt: expect.stringContaining(receiptNumber) });
    const inThai = receiptNumber.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    expect(await find(inThai.replaceAll(' ', '-'))).toEqual(found);
  });

  it('has one answer for a wrong number and for none', async () => {
    for (const number of ['', '1', 'x'.repeat(64), '0000 0000 0000 0000', '%'])
      expect(await findReceipt(world.visitor, { number })).toEqual({ state: 'unknown' });
  });

  it('is ours as it is, and not when a letter of it was changed', async () => {
    const { receipt } = await requestErasure(proved(await world.person()), { waitDays: 0 });
    const { lookupKey } = world.ports.secrets;
    const text = receipt ?? '';
    expect(isReceiptOurs(lookupKey, `  ${text.replaceAll('\n', '\r\n\r\n')}`)).toBe(true);
    for (const other of [
      text.replace(/\n\d{4}-/, '\n1999-'),
      text.replace('Everything', 'Something'),
      text.slice(0, -2),
      '',
    ])
      expect(isReceiptOurs(lookupKey, other)).toBe(false);
    expect(isReceiptOurs(Buffer.alloc(32), text)).toBe(false);
  });
});
