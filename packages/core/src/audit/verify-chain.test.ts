import { openDatabase } from '@homeward/db';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/index.ts';
import { newId } from '../kernel/index.ts';
import { createOrganisation } from '../organisation/index.ts';
import type { Anchor, AuditAnchors } from './audit-anchors.ts';
import { keepAnchor } from './keep-anchor.ts';
import { verifyChain } from './verify-chain.ts';

const ENTRIES = 12;
let world: World;
let owner: ReturnType<typeof openDatabase>;
let kept: Anchor[];

const anchors: AuditAnchors = {
  append: async (anchor) => {
    kept.push(anchor);
  },
  read: async () => readable([...kept]),
};
async function* readable(list: Anchor[]): AsyncGenerator<Anchor> {
  yield* list;
}

const deed = () => createOrganisation(world.system, { name: 'x', country: 'TH' });
const verify = async (against = anchors) => (await verifyChain(owner, against)).fault;
const idAt = async (seq: number) =>
  (await world.rows<{ id: string }>('SELECT id FROM audit_entry WHERE seq = $1', [seq]))[0]?.id;

beforeAll(async () => {
  world = await createWorld({ maxConnections: 16 });
  owner = openDatabase(world.owner);
});
afterAll(async () => {
  await owner.destroy();
  await world[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await world.rows('ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS audit_entry_seq');
  await world.rows('TRUNCATE audit_entry');
  await world.rows(`UPDATE audit_head SET seq = 0, hash = decode(repeat('00', 32), 'hex')`);
  kept = [];
  let last = 0;
  for (let made = 0; made < ENTRIES; made++) {
    await deed();
    last = await keepAnchor(world.system, anchors, last);
  }
});

/** As somebody with the owner's login writes the chain again from a row on, head included. */
const chainAgain = (from: number) =>
  world.rows(`DO $$
    DECLARE e audit_entry; h bytea := decode(repeat('00', 32), 'hex'); n bigint := 0;
    BEGIN
      FOR e IN SELECT * FROM audit_entry ORDER BY seq, id LOOP
        n := n + 1;
        h := CASE WHEN n < ${from} THEN e.hash ELSE audit_hash(h, n, e.id, e.at, e.action, e.actor_kind, e.actor_id, e.organisation_id, e.subject_id) END;
        UPDATE audit_entry SET seq = n, hash = h WHERE id = e.id;
      END LOOP;
      UPDATE audit_head SET seq = n, hash = h;
    END $$`);

it('finds nothing in a chain that is as it was written, and holds every anchor against it', async () => {
  expect(await verifyChain(owner, anchors)).toEqual({ entries: ENTRIES, anchors: ENTRIES, fault: undefined });
});

it('has a hash for each member of a row: whichever is changed, that row is named', async () => {
  for (const change of [
    `action = 'organisation.delete'`,
    `actor_kind = 'visitor'`,
    'actor_id = gen_random_uuid()',
    'organisation_id = gen_random_uuid()',
    'subject_id = NULL',
    `at = at + interval '1 microsecond'`,
    'id = gen_random_uuid()',
    `hash = sha256('x')`,
  ]) {
    await world.rows('CREATE TABLE before AS SELECT * FROM audit_entry WHERE seq = 7');
    await world.rows(`UPDATE audit_entry SET ${change} WHERE seq = 7`);
    expect(await verify(), change).toEqual({ what: 'changed', seq: 7, id: await idAt(7) });
    await world.rows('DELETE FROM audit_entry WHERE seq = 7');
    await world.rows('INSERT INTO audit_entry SELECT * FROM before');
    await world.rows('DROP TABLE before');
  }
  expect(await verify()).toBeUndefined();
});

describe('names the first bad row', () => {
  it.each([1, 6, 11])('of a chain from which row %i was deleted', async (seq) => {
    await world.rows('DELETE FROM audit_entry WHERE seq = $1', [seq]);
    expect(await verify()).toEqual({ what: 'missing', seq, id: null });
  });

  it.each([
    [4, 5],
    [4, 9],
    [1, 12],
  ])('of a chain in which rows %i and %i changed places', async (one, other) => {
    const misplaced = await idAt(other);
    await world.rows('UPDATE audit_entry SET seq = $1 + $2 - seq WHERE seq IN ($1::int, $2::int)', [
      one,
      other,
    ]);
    expect(await verify()).toEqual({ what: 'out-of-order', seq: one, id: misplaced });
  });

  it('of a chain in which a row was moved further on', async () => {
    const misplaced = await idAt(4);
    await world.rows(
      'UPDATE audit_entry SET seq = CASE WHEN seq = 3 THEN 8 ELSE seq - 1 END WHERE seq BETWEEN 3 AND 8',
    );
    expect(await verify()).toEqual({ what: 'out-of-order', seq: 3, id: misplaced });
  });

  it('of a chain into which a row was put, with room made for it or without', async () => {
    const insert = (id: string) =>
      world.rows(
        `INSERT INTO audit_entry SELECT $1, at, action, actor_kind, actor_id, organisation_id, subject_id, 6, sha256('x') FROM audit_entry WHERE seq = 5`,
        [id],
      );
    const forged = newId(world.system);
    await insert(forged);
    expect(await verify()).toMatchObject({ what: 'inserted', seq: 6, id: forged });
    await world.rows('DELETE FROM audit_entry WHERE id = $1', [forged]);
    await world.rows('UPDATE audit_entry SET seq = seq + 1 WHERE seq >= 6');
    await insert(forged);
    expect(await verify()).toEqual({ what: 'inserted', seq: 6, id: forged });
  });

  it('of a chain to which a row was added past its head', async () => {
    const forged = newId(world.system);
    await world.rows(
      `INSERT INTO audit_entry SELECT $1, at, action, actor_kind, NULL, NULL, NULL, 13,
         audit_hash(hash, 13, $1, at, action, actor_kind, NULL, NULL, NULL) FROM audit_entry WHERE seq = 12`,
      [forged],
    );
    expect(await verify()).toEqual({ what: 'inserted', seq: 13, id: forged });
  });

  it('of a chain whose end was cut off, and with the head put back too: then by the anchor', async () => {
    await world.rows('DELETE FROM audit_entry WHERE seq > 8');
    expect(await verify()).toEqual({ what: 'truncated', seq: 9, id: null });
    await chainAgain(13);
    expect(
      await verify({ ...anchors, read: async () => readable([]) }),
      'the chain alone looks whole',
    ).toBeUndefined();
    expect(await verify()).toEqual({ what: 'truncated', seq: 9, id: null });
    await world.rows('DELETE FROM audit_entry');
    await chainAgain(1);
    expect(await verify()).toEqual({ what: 'truncated', seq: 1, id: null });
  });

  it('of a chain that was changed and chained again to its end: by the anchor', async () => {
    await world.rows(`UPDATE audit_entry SET action = 'organisation.delete' WHERE seq = 5`);
    await chainAgain(5);
    expect(
      await verify({ ...anchors, read: async () => readable([]) }),
      'the chain alone looks whole',
    ).toBeUndefined();
    expect(await verify()).toEqual({ what: 're-chained', seq: 5, id: await idAt(5), sinceSeq: 5 });
    kept = kept.filter(({ seq }) => seq === 2 || seq === 9);
    expect(await verify(), 'anchors far apart').toEqual({
      what: 're-chained',
      seq: 9,
      id: await idAt(9),
      sinceSeq: 3,
    });
  });

  it('of a chain from which a row was taken and the rest chained again: by the anchor', async () => {
    await world.rows('DELETE FROM audit_entry WHERE seq = 5');
    await chainAgain(5);
    expect(await verify()).toEqual({ what: 're-chained', seq: 5, id: await idAt(5), sinceSeq: 5 });
  });
});

it('is not misled by anchors that several workers wrote a little out of order', async () => {
  kept.reverse();
  expect(await verifyChain(owner, anchors)).toEqual({ entries: ENTRIES, anchors: ENTRIES, fault: undefined });
});

it('is one chain when 16 write at once, each on a connection of its own', async () => {
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let made = 0; made < 20; made++) await deed();
    }),
  );
  expect(await verifyChain(owner, anchors)).toMatchObject({ entries: ENTRIES + 320, fault: undefined });
});

it('takes several rows in one transaction, and none of a transaction that is undone', async () => {
  const client = new Client(world.app);
  await client.connect();
  const append = `SELECT append_audit(gen_random_uuid(), now(), 'x.y', NULL, NULL)`;
  for (const end of ['COMMIT', 'ROLLBACK', 'COMMIT']) {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('homeward.actor_kind', 'system', true)`);
    for (let made = 0; made < 3; made++) await client.query(append);
    await client.query(end);
  }
  await client.end();
  expect(await verifyChain(owner, anchors)).toMatchObject({ entries: ENTRIES + 6, fault: undefined });
});

it('says for a person that the person acted, whatever id the application gives', async () => {
  const person = await world.person();
  const client = new Client(world.app);
  await client.connect();
  await client.query('BEGIN');
  await client.query(
    `SELECT set_config('homeward.actor_kind', 'person', true), set_config('homeward.person_id', $1, true)`,
    [person.actor.personId],
  );
  await client.query(`SELECT append_audit(gen_random_uuid(), now(), 'x.y', gen_random_uuid(), NULL)`);
  await client.query('COMMIT');
  await client.end();
  const [last] = await world.rows('SELECT actor_kind, actor_id FROM audit_entry ORDER BY seq DESC LIMIT 1');
  expect(last).toEqual({ actor_kind: 'person', actor_id: person.actor.personId });
});

it('anchors nothing while nothing is added', async () => {
  const before = kept.length;
  expect(await keepAnchor(world.system, anchors, ENTRIES)).toBe(ENTRIES);
  expect(kept).toHaveLength(before);
});
