import type { DB } from '@homeward/db';
import { sql, type Transaction } from 'kysely';
import { type Actor, organisationOf, SYSTEM, staffOf } from './actor.ts';
import type { Context } from './context.ts';
import { sendEvent } from './outbox.ts';
import type { OutboxEvent } from './outbox-event.ts';

/** A context inside its transaction: `db` is bound to the actor by row-level security. */
export interface Tx extends Omit<Context, 'db'> {
  db: Transaction<DB>;
  /** Leaves with the commit, or not at all. */
  emit(event: OutboxEvent): Promise<void>;
}

/** 40001 serialization failure, 40P01 deadlock: the database asks for another try. */
const RETRYABLE = new Set(['40001', '40P01']);
const MOST_TRIES = 4;

/** Runs in one transaction that says who acts. Rolls back on any throw; tries again, a few times, when the database asks for it. */
export async function inTransaction<Output>(
  context: Context,
  access: 'read only' | 'read write',
  run: (tx: Tx) => Promise<Output>,
): Promise<Output> {
  for (let tries = 1; ; tries++) {
    try {
      return await context.db
        .transaction()
        .setAccessMode(access)
        .execute(async (db) => {
          await sayWhoActs(db, context.actor);
          return run({ ...context, db, emit: (event) => sendEvent(context.ports.boss, db, event) });
        });
    } catch (error) {
      if (tries >= MOST_TRIES || !RETRYABLE.has(pgCode(error) ?? '')) throw error;
    }
  }
}

/** Lends the system's view for one step, for what must be looked up before anybody is known. */
export async function asSystem<Output>(
  tx: Tx,
  run: (db: Transaction<DB>) => Promise<Output>,
): Promise<Output> {
  await sayWhoActs(tx.db, SYSTEM);
  const output = await run(tx.db);
  await sayWhoActs(tx.db, tx.actor); // after a throw there is nothing to give back: the transaction is over
  return output;
}

/** Local to the transaction, so a pooled connection carries nothing over. */
async function sayWhoActs(db: Transaction<DB>, actor: Actor): Promise<void> {
  const person = actor.kind === 'person' ? actor.personId : '';
  await sql`SELECT set_config('homeward.actor_kind', ${actor.kind}, true), set_config('homeward.person_id', ${person}, true),
    set_config('homeward.staff_id', ${staffOf(actor) ?? ''}, true),
    set_config('homeward.organisation_id', ${organisationOf(actor) ?? ''}, true)`.execute(db);
}

/** The SQLSTATE of a database error. */
export function pgCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** The name of the constraint that refused, if one did. */
export function pgConstraint(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}
