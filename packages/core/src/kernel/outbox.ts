import type { DB } from '@homeward/db';
import type { Kysely } from 'kysely';
import { type ConstructorOptions, fromKysely, PgBoss } from 'pg-boss';
import type { OutboxEvent } from './outbox-event.ts';

/** The one queue: what happened, to be carried on by the worker. */
export const OUTBOX = 'outbox';

/** Makes the queue's tables, as the owner, and lets the application's role use them. Safe to repeat. */
export async function installOutbox(owner: ConstructorOptions): Promise<void> {
  const boss = new PgBoss({ ...owner, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await boss.createQueue(OUTBOX, { retryLimit: 10, retryBackoff: true });
    await boss.getDb().executeSql(`
      GRANT USAGE ON SCHEMA pgboss TO homeward_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO homeward_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO homeward_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO homeward_app;`);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Opens the queue as the application's login, which may not change its tables. */
export async function openOutbox(options: ConstructorOptions): Promise<PgBoss> {
  const boss = new PgBoss({ ...options, migrate: false, createSchema: false });
  boss.on('error', () => undefined);
  await boss.start();
  return boss;
}

/** Part of the transaction: a rolled-back deed leaves no event. */
export async function sendEvent(boss: PgBoss, db: Kysely<DB>, event: OutboxEvent): Promise<void> {
  await boss.send(OUTBOX, event, { db: fromKysely(db) });
}
