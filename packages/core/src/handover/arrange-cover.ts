import { ArrangeCover, type CoverManner } from '@homeward/contracts/handover';
import { lockPerson } from '../booking/index.ts';
import { actingAsStaff, asSystem, command, Failure, newId, type Tx } from '../kernel/index.ts';
import { coverAppointment } from './carry-out.ts';
import { type Colleague, lockColleagues } from './colleague.ts';
import { findClashes } from './find-clashes.ts';
import { findGoing, type Going } from './find-going.ts';
import { hostOfCover } from './host-of-cover.ts';
import { tellCounsellorOf, tellPersonOf } from './tell.ts';

/**
 * A colleague takes appointments of a counsellor who is away: some once their person says yes, some at once, with the
 * person told and free to give them back. All of it or nothing. Throws `not-found` (a counsellor, an appointment that is not
 * ahead), or `slot-taken` when the colleague can't take one of them.
 */
export const arrangeCover = command({
  action: 'cover.arrange',
  scope: 'covers:arrange',
  input: ArrangeCover,
  run: async (tx, { counsellorId, colleagueId, appointments }) => {
    const { organisationId, hostId } = hostOfCover(tx, counsellorId);
    if (hostId === undefined) throw new Failure('not-found', 'there is no such counsellor');
    const parties = await lockColleagues(tx, organisationId, { from: hostId, to: colleagueId });
    const manners = new Map(appointments.map(({ id, manner }) => [id, manner]));
    const ids = [...manners.keys()];
    const sought = { counsellorId: hostId, ids };
    const seen = await asSystem(tx, (db) => findGoing({ ...tx, db }, sought));
    // People in the order of their ids: two who arrange at once never wait for each other.
    for (const personId of [...new Set(seen.map((row) => row.personId))].sort())
      await lockPerson(tx, personId, { counsellorIds: [colleagueId] });
    const going = await asSystem(tx, (db) => findGoing({ ...tx, db }, sought, { locking: true }));
    if (going.length < ids.length) throw new Failure('not-found', 'one of these is not ahead any more');
    if ((await findClashes(tx, going, parties.to)).size > 0)
      throw new Failure('slot-taken', 'the colleague can’t take one of these appointments');
    for (const row of going) await cover(tx, row, parties, manners.get(row.id) ?? 'ask');
    return { arranged: going.length };
  },
});

async function cover(
  tx: Tx,
  row: Going,
  parties: { from: Colleague; to: Colleague },
  manner: CoverManner,
): Promise<void> {
  const { staffId } = actingAsStaff(tx.actor);
  const { from, to } = parties;
  const now = new Date(tx.clock.now());
  const handover = { id: newId(tx), organisation_id: to.organisation_id, person_id: row.personId };
  await asSystem(tx, async (db) => {
    await db
      .updateTable('handover')
      .set({ status: 'withdrawn', answered_at: now })
      .where('appointment_id', '=', row.id)
      .where('status', '=', 'asked')
      .execute();
    await db
      .insertInto('handover')
      .values({
        ...handover,
        appointment_id: row.id,
        from_staff_id: from.id,
        to_staff_id: to.id,
        proposed_by: staffId,
        status: manner === 'tell' ? 'told' : 'asked',
        proposed_at: now,
      })
      .execute();
    if (manner === 'tell')
      await coverAppointment({ ...tx, db }, { personId: row.personId, from, to }, row.id);
  });
  if (manner === 'ask') return tellPersonOf(tx, 'cover-asked', handover);
  await tellPersonOf(tx, 'cover-done', handover);
  await tellCounsellorOf(tx, 'cover-done', handover, { staffId: to.id, appointmentId: row.id });
  if (staffId !== from.id) await tellCounsellorOf(tx, 'cover-done', handover, { staffId: from.id });
}
