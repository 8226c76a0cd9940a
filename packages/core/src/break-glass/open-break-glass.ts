import { OpenBreakGlass } from '@homeward/contracts/break-glass';
import { sql } from 'kysely';
import { z } from 'zod';
import {
  actingAsStaff,
  type Context,
  command,
  Failure,
  newId,
  noteSeen,
  type Tx,
  toInstant,
} from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { sealNote } from './note.ts';
import { notifySupervisors } from './notify-supervisors.ts';

const LASTS_MS = 60 * 60_000;

const open = command({
  action: 'break-glass.open',
  scope: 'break-glasses:open',
  stepUp: true,
  input: OpenBreakGlass,
  run: async (tx, { reference, on, reason, note }) => {
    const staff = actingAsStaff(tx.actor);
    const personId = await getPersonByReference(tx, reference, on);
    const id = newId(tx);
    const [at, until] = [new Date(tx.clock.now()), new Date(tx.clock.now() + LASTS_MS)];
    const whose = { organisation_id: staff.organisationId, person_id: personId, staff_id: staff.staffId };
    await tx.db
      .insertInto('care_assignment')
      .values({ id: newId(tx), ...whose, kind: 'break-glass', since: at, until, break_glass_id: id })
      .execute();
    const key = (await findPersonKeys(tx, [personId])).get(personId);
    if (key === undefined) throw noSuchAppointment(); // erased: there is nothing to open
    await tx.db
      .insertInto('break_glass')
      .values({ id, ...whose, reference, reason, note_sealed: sealNote(tx, key, id, note), at, until })
      .execute();
    await notifySupervisors(tx, { id, ...staff });
    await noteSeen(tx, 'break-glass.open', [{ personId, what: 'urgent' }]);
    return { id, until: toInstant(until) };
  },
  subject: ({ id }) => id,
});

/** Somebody asked for what is not there. What they typed is written nowhere: it may be a slip beside somebody's real word. */
const noteMiss = command({
  action: 'break-glass.miss',
  scope: 'break-glasses:open',
  input: z.undefined(),
  run: async () => undefined,
});

/**
 * Opens, for an hour, what a person wrote, for staff of an organisation that the person met. Written down before anything
 * is seen: who, why, for how long; told to those who answer for it and to the person. Throws `not-found` alike for a word of
 * no appointment here, of another organisation's, and of more than one person; such a try stands in the audit log before
 * it is answered.
 */
export const openBreakGlass: typeof open = Object.assign(
  async (context: Context, input: Parameters<typeof open>[1]) => {
    try {
      return await open(context, input);
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-found') await noteMiss(context, undefined);
      throw error;
    }
  },
  { spec: open.spec },
);

async function getPersonByReference(tx: Tx, reference: string, on: string): Promise<string> {
  const { rows } = await sql<{ person_id: string }>`
    SELECT person_id FROM find_person_by_reference(${reference}, ${on}::date) LIMIT 2`.execute(tx.db);
  const [found] = rows;
  if (rows.length !== 1 || found === undefined) throw noSuchAppointment();
  return found.person_id;
}

const noSuchAppointment = () =>
  new Failure('not-found', 'there is no appointment with this word on this day');
