import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { actorId, VISITOR } from './actor.ts';
import { newId } from './clock.ts';
import type { Context } from './context.ts';
import { parseInput } from './failure.ts';
import { assertProved, assertScope, type Scope } from './scope.ts';
import { inTransaction, type Lane, type Tx } from './transaction.ts';

/** `noun.verb`. */
export type Action = `${string}.${string}`;

export interface Spec<Input extends z.ZodType> {
  action: Action;
  scope: Scope;
  input: Input;
  /** Whoever acts must have proved who they are in the last ten minutes, or gets `step-up-required`. */
  stepUp?: boolean;
}

/** A use-case: call it with a context and what came from outside. Throws `Failure`, and nothing else that is expected. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output = unknown> {
  (context: Context, input: z.input<Input>): Promise<Output>;
  readonly spec: Spec<Input> & { kind: 'command' | 'query' | 'reading' };
}

interface CommandSpec<Input extends z.ZodType, Prepared, Output> extends Spec<Input> {
  /** Slow work that needs no transaction, such as hashing a passphrase. */
  prepare?: (context: Context, input: z.output<Input>) => Promise<Prepared>;
  run: (tx: Tx, input: z.output<Input>, prepared: Prepared) => Promise<Output>;
  /** Nobody is to know who does this, the audit log included: once the scope is asked, it is done as a visitor. */
  anonymous?: boolean;
  /** The id of what was changed, for the audit row. */
  subject?: (output: Output) => string | undefined;
  /**
   * For what staff may do to each other at once: each holds their own row while they write, and would wait for the other's.
   * In a lane, the second begins when the first is through.
   */
  lane?: Lane;
}

/** A use-case that changes something: scope, step-up, parse, prepare, then one transaction with the deed, its audit row and its events. */
export function command<Input extends z.ZodType, Output, Prepared = undefined>(
  spec: CommandSpec<Input, Prepared, Output>,
): Operation<Input, Output> {
  const {
    action,
    scope,
    input: schema,
    stepUp = false,
    anonymous = false,
    prepare,
    run,
    subject,
    lane,
  } = spec;
  const call = async (given: Context, input: z.input<Input>): Promise<Output> => {
    assertScope(given.actor, scope);
    const context = anonymous ? { ...given, actor: VISITOR } : given;
    if (stepUp) assertProved(context.actor, context.clock.now());
    const parsed = parseInput(schema, input);
    const prepared = (await prepare?.(context, parsed)) as Prepared; // undefined exactly when there is no prepare
    return inTransaction(context, 'read write', (tx) => run(tx, parsed, prepared), {
      finish: (output) => auditEntry(context, action, subject?.(output)),
      lane,
    });
  };
  return Object.assign(call, { spec: { kind: 'command' as const, action, scope, input: schema, stepUp } });
}

/** A use-case that only reads: scope, parse, then a read-only transaction. */
export function query<Input extends z.ZodType, Output>(
  spec: Spec<Input> & { run: (tx: Tx, input: z.output<Input>) => Promise<Output> },
): Operation<Input, Output> {
  const { action, scope, input: schema, stepUp = false, run } = spec;
  const call = async (context: Context, input: z.input<Input>): Promise<Output> => {
    assertScope(context.actor, scope);
    if (stepUp) assertProved(context.actor, context.clock.now());
    const parsed = parseInput(schema, input);
    return inTransaction(context, 'read only', (tx) => run(tx, parsed));
  };
  return Object.assign(call, { spec: { kind: 'query' as const, action, scope, input: schema, stepUp } });
}

/** The audit row of a deed: words and ids of ours only, so they may stand in the statement. Who acts, the transaction knows. */
function auditEntry(context: Context, action: Action, subjectId: string | undefined): RawBuilder<unknown> {
  const at = new Date(context.clock.now()).toISOString();
  const values = [newId(context), at, action, actorId(context.actor), subjectId ?? null];
  return sql`SELECT append_audit(${sql.join(values.map((value) => sql.lit(value)))})`;
}
