import { sql } from 'kysely';
import { newId, type Tx } from '../kernel/index.ts';

/** Who looks after whom, why, and at least until when. */
interface Extension {
  organisationId: string;
  personId: string;
  staffId: string;
  kind: 'appointment' | 'confirmed';
  /** Milliseconds since the epoch. */
  until: number;
}

/** So long after the last appointment a counsellor still looks after the person. */
export const AFTER_APPOINTMENT_MS = 30 * 24 * 60 * 60_000;
/** So long at least after somebody has said that they know the person. */
export const AFTER_CONFIRMATION_MS = 90 * 24 * 60 * 60_000;

/**
 * Lets a member of staff look after a person, or for longer; never for shorter. `appointment` is a person's own to give, in
 * their booking; for `confirmed` lend the system's view (`asSystem`), after checking that the deed is theirs to do.
 */
export async function extendAssignment(
  tx: Pick<Tx, 'db' | 'clock' | 'random'>,
  { organisationId, personId, staffId, kind, until }: Extension,
): Promise<void> {
  const now = new Date(tx.clock.now());
  await tx.db
    .insertInto('care_assignment')
    .values({
      id: newId(tx),
      organisation_id: organisationId,
      person_id: personId,
      staff_id: staffId,
      kind,
      since: now,
      until: new Date(Math.max(until, now.getTime())),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'staff_id', 'person_id', 'kind'])
        .where('ended_at', 'is', null)
        .where('kind', '<>', sql.lit('break-glass'))
        .doUpdateSet({
          until: sql`greatest(care_assignment.until, excluded.until)`,
          // One that had run out begins anew.
          since: sql`CASE WHEN care_assignment.until < excluded.since THEN excluded.since ELSE care_assignment.since END`,
        }),
    )
    .execute();
}
