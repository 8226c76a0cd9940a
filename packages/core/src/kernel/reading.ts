import type { Looked } from '@homeward/contracts/record-access';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { organisationOf, staffOf } from './actor.ts';
import { newId } from './clock.ts';
import type { Context } from './context.ts';
import { parseInput } from './failure.ts';
import type { Action, Operation, Spec } from './operation.ts';
import { assertProved, assertScope } from './scope.ts';
import { inTransaction, type Tx } from './transaction.ts';

/** Something of a person that a member of staff is about to see. */
export interface Seen {
  personId: string;
  what: Looked;
}

interface ReadingSpec<Input extends z.ZodType, Found, Output> extends Spec<Input> {
  run: (tx: Tx, input: z.output<Input>) => Promise<Found>;
  /** Whose what is in it. */
  seen: (found: Found) => readonly Seen[];
  /** What leaves, without the ids of people. */
  present: (found: Found) => Output;
}

/**
 * A use-case in which staff see something of people: scope, step-up, parse, then one transaction that reads, notes who sees
 * what of whom (for that person and in the audit log; once an hour for the same), and commits. Only then anything leaves:
 * whatever breaks before, nobody saw anything.
 */
export function reading<Input extends z.ZodType, Found, Output>(
  spec: ReadingSpec<Input, Found, Output>,
): Operation<Input, Output> {
  const { action, scope, input: schema, stepUp = false, run, seen, present } = spec;
  const call = async (context: Context, input: z.input<Input>): Promise<Output> => {
    assertScope(context.actor, scope);
    if (stepUp) assertProved(context.actor, context.clock.now());
    const parsed = parseInput(schema, input);
    const found = await inTransaction(context, 'read write', (tx) => run(tx, parsed), {
      finish: (output) => recordSeen(context, action, seen(output)),
    });
    return present(found);
  };
  return Object.assign(call, { spec: { kind: 'reading' as const, action, scope, input: schema, stepUp } });
}

/** The same for a command of staff in which they see something of a person. Its last step: the audit log waits for the commit. */
export async function noteSeen(tx: Tx, action: Action, seen: readonly Seen[]): Promise<void> {
  await recordSeen(tx, action, seen)?.execute(tx.db);
}

/**
 * The rows for the people who are seen, and an audit row for each that is new; ids and words of ours only, so they may
 * stand in the statement. Sorted, so that every row is there before the audit log's head is held.
 */
function recordSeen(
  context: Context,
  action: Action,
  seen: readonly Seen[],
): RawBuilder<unknown> | undefined {
  if (seen.length === 0) return undefined;
  const [staffId, organisationId] = [staffOf(context.actor), organisationOf(context.actor)];
  if (staffId === null || organisationId === null) throw new Error('only staff look at people');
  const at = sql.lit(new Date(context.clock.now()).toISOString());
  const rows = [...seen]
    .sort((one, other) => (one.personId < other.personId ? -1 : 1))
    .map(
      ({ personId, what }) =>
        sql`(${sql.lit(newId(context))}::uuid, ${sql.lit(personId)}::uuid, ${sql.lit(what)})`,
    );
  return sql`
    WITH made AS (
      INSERT INTO record_access (id, organisation_id, person_id, staff_id, what, at)
      SELECT seen.id, ${sql.lit(organisationId)}, seen.person_id, ${sql.lit(staffId)}, seen.what, ${at}
      FROM (VALUES ${sql.join(rows)}) AS seen (id, person_id, what)
      ON CONFLICT DO NOTHING RETURNING id, person_id
    )
    SELECT append_audit(looked.id, ${at}, ${sql.lit(action)}, NULL, looked.person_id)
    FROM (SELECT id, person_id FROM made ORDER BY id OFFSET 0) AS looked`;
}
