import { randomBytes } from 'node:crypto';
import { openDatabase } from '@homeward/db';
import { createTestDatabase } from '@homeward/db/testing';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createAccount } from '../src/account/index.ts';
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
import { type MovingClock, movingClock } from './moving-clock.ts';

/** Everything a test needs, of its own: a database, a clock, secrets, an outbox. */
export interface World extends AsyncDisposable {
  clock: MovingClock;
  ports: Ports;
  db: Context['db'];
  /** A context as this actor. */
  as(actor: Actor): Context;
  visitor: Context;
  system: Context;
  /** A new person who is signed in and has kept their number. */
  person(): Promise<Context & { actor: Extract<Actor, { kind: 'person' }> }>;
  /** Rows as the owner of the tables sees them, past every policy: for asserting and for arranging what no use-case can. */
  rows<Row = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<Row[]>;
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
  const boss = await openOutbox({ ...database.app, max: 2, supervise: false, schedule: false });
  const owner = new Client(database.owner);
  await owner.connect();
  const clock = movingClock(now);
  const secrets = { pepper: randomBytes(32), lookupKey: randomBytes(32), masterKey: randomBytes(32) };
  const ports: Ports = { boss, secrets };
  const as = (actor: Actor): Context => ({ db, actor, clock, random: systemRandom, ports });
  return {
    clock,
    ports,
    db,
    app: database.app,
    owner: database.owner,
    as,
    visitor: as(VISITOR),
    system: as(SYSTEM),
    async person() {
      const { cookie } = await createAccount(as(VISITOR), {
        passphrase: `${randomBytes(9).toString('base64')} stone`,
      });
      const actor = await authenticate(as(VISITOR), cookie.split(';')[0]);
      if (actor.kind !== 'person') throw new Error('the new person is not signed in');
      return { ...as(actor), actor: { ...actor, kept: true } };
    },
    rows: async <Row>(statement: string, values?: unknown[]) =>
      (await owner.query(statement, values)).rows as Row[],
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: false });
      await db.destroy();
      await owner.end();
      await database.drop();
    },
  };
}
