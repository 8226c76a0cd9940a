import { randomBytes } from 'node:crypto';
import { openDatabase, openKeyStore } from '@homeward/db';
import { canary, createTestDatabase, MARKS, searchDatabase } from '@homeward/db/testing';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createAccount, getNewAccessNumber } from '../src/account/index.ts';
import {
  type Actor,
  type Context,
  openOutbox,
  type Ports,
  SYSTEM,
  systemRandom,
  VISITOR,
} from '../src/kernel/index.ts';
import { authenticate } from '../src/session/index.ts';
import { openKeyring, startKeyStore } from '../src/vault/index.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';

/**
 * Everything a test needs, of its own: a database, a key store, a clock, secrets, an outbox. When it is thrown away, every table is
 * searched for canaries and for what was watched: a value that lies open in one fails the test file.
 */
export interface World extends AsyncDisposable {
  clock: MovingClock;
  ports: Ports;
  db: Context['db'];
  /** A context as this actor. */
  as(actor: Actor): Context;
  visitor: Context;
  system: Context;
  /** A new person who is signed in, has kept their number and is known here, unless they are to be a newcomer. */
  person(options?: { newcomer?: boolean }): Promise<Context & { actor: Extract<Actor, { kind: 'person' }> }>;
  /** From now on this text must lie in no table: for what is random, such as a number or a token. Answers the text. */
  watch(secret: string): string;
  /** Rows as the owner of the tables sees them, past every policy: for asserting and for arranging what no use-case can. */
  rows<Row = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<Row[]>;
  /** The same for the key store. */
  keyRows<Row = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<Row[]>;
  /** A database that nobody reaches. */
  unreachable: Context['db'];
  /** Connection of the application's login, for tests that open connections of their own. */
  app: Parameters<typeof openDatabase>[0];
  /** Connection of the login that owns the tables. */
  owner: Parameters<typeof openDatabase>[0];
}

/** `maxConnections` bounds how many transactions really run at once. */
export async function createWorld({
  now = '2026-11-24T09:00:00Z',
  maxConnections = 10,
} = {}): Promise<World> {
  const database = await createTestDatabase(inject('postgres'));
  const db = openDatabase({ ...database.app, max: maxConnections });
  const unreachable = openDatabase({ ...database.app, host: '/nowhere' });
  const boss = await openOutbox({ ...database.app, max: 2, supervise: false, schedule: false });
  const owner = new Client(database.owner);
  await owner.connect();
  const keysOwner = new Client(database.keysOwner);
  await keysOwner.connect();
  const clock = movingClock(now);
  const secrets = { pepper: randomBytes(32), lookupKey: randomBytes(32) };
  const keys = openKeyStore({ ...database.keys, max: maxConnections });
  const ring = [{ id: '1', key: randomBytes(32) }];
  const masterKeys = openKeyring(systemRandom, async () => ring);
  await startKeyStore({ keys, masterKeys, clock });
  const site = { origin: 'https://homeward.example', rpId: 'homeward.example' };
  const ports: Ports = { boss, secrets, keys, masterKeys, site, senders: {} };
  const watched = new Set(MARKS);
  const watch = (secret: string): string => {
    watched.add(secret);
    return secret;
  };
  const as = (actor: Actor): Context => ({ db, actor, clock, random: systemRandom, ports });
  return {
    clock,
    ports,
    db,
    unreachable,
    app: database.app,
    owner: database.owner,
    as,
    visitor: as(VISITOR),
    system: as(SYSTEM),
    async person({ newcomer = false } = {}) {
      const { cookie } = await createAccount(as(VISITOR), { passphrase: canary('passphrase') });
      watch(/=(\w+);/.exec(cookie)?.[1] ?? cookie);
      const actor = await authenticate(as(VISITOR), cookie.split(';')[0]);
      if (actor.kind !== 'person') throw new Error('the new person is not signed in');
      const { accessNumber } = await getNewAccessNumber(as(actor), undefined);
      if (accessNumber !== null) watch(watch(accessNumber).replaceAll(' ', ''));
      if (!newcomer)
        await owner.query(
          `BEGIN; SELECT set_config('homeward.actor_kind', 'system', true);
           UPDATE person SET confirmed_at = created_at WHERE id = '${actor.personId}'; COMMIT`,
        );
      const known = { ...actor, kept: true, confirmed: !newcomer };
      return { ...as(known), actor: known };
    },
    watch,
    rows: async <Row>(statement: string, values?: unknown[]) =>
      (await owner.query(statement, values)).rows as Row[],
    keyRows: async <Row>(statement: string, values?: unknown[]) =>
      (await keysOwner.query(statement, values)).rows as Row[],
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: false });
      await db.destroy();
      await unreachable.destroy();
      const found = [
        ...(await searchDatabase(owner, [...watched])),
        ...(await searchDatabase(keysOwner, [...watched])),
      ];
      await owner.end();
      await keys.close();
      await keysOwner.end();
      await database.drop();
      if (found.length > 0) throw new Error(`personal values lie open in the database:\n${found.join('\n')}`);
    },
  };
}
