import { newId, type Tx } from '../kernel/index.ts';

/** Notes for a person that a member of staff did something about them: a deed, which has its own audit row. Once an hour. */
export async function noteAccess(tx: Tx, personId: string, what: 'confirmation' | 'recovery'): Promise<void> {
  const { actor } = tx;
  if (!('staffId' in actor)) throw new Error('only staff look at a person');
  await tx.db
    .insertInto('record_access')
    .values({
      id: newId(tx),
      organisation_id: actor.organisationId,
      person_id: personId,
      staff_id: actor.staffId,
      what,
      at: new Date(tx.clock.now()),
    })
    .onConflict((conflict) => conflict.constraint('record_access_hourly').doNothing())
    .execute();
}
