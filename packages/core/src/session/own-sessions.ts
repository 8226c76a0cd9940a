import { type Actor, asSystem, Failure, type Tx } from '../kernel/index.ts';

/** The caller's own sessions, as the column and the id that hold them. Throws `not-signed-in` to whoever has none. */
export function ownerOf(actor: Actor): { column: 'person_id' | 'staff_id'; id: string; sessionId: string } {
  if (actor.kind === 'person') return { column: 'person_id', id: actor.personId, sessionId: actor.sessionId };
  if ('staffId' in actor) return { column: 'staff_id', id: actor.staffId, sessionId: actor.sessionId };
  throw new Failure('not-signed-in', 'there is no session');
}

/** Ends every session of the caller but the one that they came with. */
export async function endOthers(tx: Tx): Promise<void> {
  const { column, id, sessionId } = ownerOf(tx.actor);
  await asSystem(tx, (db) =>
    db.deleteFrom('session').where(column, '=', id).where('id', '<>', sessionId).execute(),
  );
}

/** Ends every session of a person, whoever asks: for the use-cases that take all old ways in away. */
export async function endAllSessions(tx: Tx, personId: string): Promise<void> {
  await asSystem(tx, (db) => db.deleteFrom('session').where('person_id', '=', personId).execute());
}
