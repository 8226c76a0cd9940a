import type { DB } from '@homeward/db';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Actor, organisationOf, SYSTEM, staffOf } from './actor.ts';
import type { Clock, Context } from './context.ts';
import { Failure } from './failure.ts';
import { sendEvent } from './outbox.ts';
import type { OutboxEvent } from './outbox-event.ts';

/** A context inside its transaction: `db` is bound to the actor by row-level security. */
export interface Tx extends Omit<Context, 'db'> {
  db: Kysely<DB>;
  /** Leaves with the commit, or not at all. */
  emit(event: OutboxEvent): Promise<void>;
}

/** 40001 serialization failure, 40P01 deadlock: the database asks for another try. */
const RETRYABLE = new Set(['40001', '40P01']);
const MOST_TRIES = 4;
/** The database says that whoever acts does not work here any more. */
const HAS_LEFT = 'HW401';

type Access = 'read only' | 'read write';
type Run<Output> = (tx: Tx) => Promise<Output>;
/** Deeds of one lane are done one after the other, whoever does them. */
export type Lane = 'colleagues' | 'offers';

interface Options<Output> {
  /** A last statement, if any, sent together with the commit. */
  finish?: (output: Output) => RawBuilder<unknown> | undefined;
  lane?: Lane | undefined;
}

/**
 * Runs in one transaction that says who acts. Rolls back on any throw; tries again, a few times, when the database asks for it.
 * Throws `not-signed-in` when the access of whoever works here ended since they were read; one that ends meanwhile waits for
 * what they are writing.
 */
export async function inTransaction<Output>(
  context: Context,
  access: Access,
  run: Run<Output>,
  options: Options<Output> = {},
): Promise<Output> {
  for (let tries = 1; ; tries++) {
    try {
      return await context.db.connection().execute((db) => attempt({ context, db, access, run, ...options }));
    } catch (error) {
      if (pgCode(error) === HAS_LEFT) throw new Failure('not-signed-in', 'the session is over');
      if (tries >= MOST_TRIES || !RETRYABLE.has(pgCode(error) ?? '')) throw error;
    }
  }
}

interface Attempt<Output> extends Options<Output> {
  context: Context;
  db: Kysely<DB>;
  access: Access;
  run: Run<Output>;
}

/**
 * Runs and commits, or rolls back. The first and the last round trip of a transaction carry two statements each: every
 * round trip is time that others wait for a lock, and Kysely's own transactions take one for each.
 */
async function attempt<Output>({ context, db, access, run, finish, lane }: Attempt<Output>): Promise<Output> {
  // One time for the whole transaction: what is written must bear the very time that the policies compare it with.
  const at = context.clock.now();
  const clock = { now: () => at };
  try {
    const { actor } = context;
    const opening = sql`${settingsOf(actor, clock)}${takeTurn(lane)}${stillHere(actor, access)}`;
    await sql`BEGIN ${sql.raw(access)}; ${opening}`.execute(db);
    const output = await run({
      ...context,
      clock,
      db,
      emit: (event) => sendEvent(context.ports.boss, db, event),
    });
    const last = finish?.(output);
    await (last === undefined ? sql`COMMIT` : sql`${last}; COMMIT`).execute(db);
    return output;
  } catch (error) {
    // Fails only when the connection is gone, and the transaction with it: the first error is the one to tell.
    await sql`ROLLBACK`.execute(db).catch(() => undefined);
    throw error;
  }
}

/** Lends the system's view for one step, for what must be looked up before anybody is known. */
export async function asSystem<Output>(tx: Tx, run: (db: Kysely<DB>) => Promise<Output>): Promise<Output> {
  await settingsOf(SYSTEM, tx.clock).execute(tx.db);
  const output = await run(tx.db);
  await settingsOf(tx.actor, tx.clock).execute(tx.db); // after a throw there is nothing to give back: the transaction is over
  return output;
}

/**
 * Lends a person's own view for one step, for whoever has just shown a way in of theirs and has no session yet. It opens what
 * they wrote: never for anything else.
 */
export async function asPerson<Output>(
  tx: Tx,
  personId: string,
  run: (tx: Tx) => Promise<Output>,
): Promise<Output> {
  const actor: Actor = { kind: 'person', personId, sessionId: '', kept: true, confirmed: false, zone: null };
  await settingsOf(actor, tx.clock).execute(tx.db);
  const output = await run({ ...tx, actor });
  await settingsOf(tx.actor, tx.clock).execute(tx.db);
  return output;
}

/** Says who acts and when, until the transaction ends: a pooled connection carries nothing over. All values are words and ids of ours. */
function settingsOf(actor: Actor, clock: Clock): RawBuilder<unknown> {
  const values = {
    actor_kind: actor.kind,
    person_id: actor.kind === 'person' ? actor.personId : '',
    staff_id: staffOf(actor) ?? '',
    organisation_id: organisationOf(actor) ?? '',
    now: new Date(clock.now()).toISOString(),
  };
  const calls = Object.entries(values).map(
    ([name, value]) => sql`set_config(${sql.lit(`homeward.${name}`)}, ${sql.lit(value)}, true)`,
  );
  return sql`SELECT ${sql.join(calls)}`;
}

/** Waits, holding nothing yet, until whoever is in this lane is through; nothing without one. */
function takeTurn(lane: Lane | undefined): RawBuilder<unknown> {
  if (lane === undefined) return sql``;
  return sql`; SELECT pg_advisory_xact_lock(hashtextextended(${sql.lit(`homeward.${lane}`)}, 0))`;
}

/** Asks whether a member of staff still works here, in the same round trip; nothing for everybody else. */
function stillHere(actor: Actor, access: Access): RawBuilder<unknown> {
  const staffId = staffOf(actor);
  if (staffId === null) return sql``;
  return sql`; SELECT assert_active_staff(${sql.lit(staffId)}, ${sql.lit(access === 'read write')})`;
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
