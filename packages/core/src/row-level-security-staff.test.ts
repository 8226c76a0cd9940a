import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrangeRows, NOT_ALLOWED, type Rows } from '../testing/rows/arrange-rows.ts';

let stage: Rows;
beforeAll(async () => {
  stage = await arrangeRows();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('shows a counsellor their own appointments, and not those of a colleague of the same organisation', async () => {
  const [mali] = await stage.world.rows<{ organisation_id: string }>(
    'SELECT organisation_id FROM counsellor WHERE id = $1',
    [stage.counsellorId],
  );
  const [colleague] = await stage.world.rows<{ id: string }>(
    'SELECT id FROM counsellor WHERE organisation_id = $1 AND id <> $2',
    [mali?.organisation_id, stage.counsellorId],
  );
  const as = (staffId: string | undefined) => ({
    actor_kind: 'counsellor',
    staff_id: staffId ?? '',
    organisation_id: mali?.organisation_id ?? '',
  });
  for (const table of [
    'appointment',
    'person_vault',
    'notice',
    'care_assignment',
    'record_access',
    'break_glass',
    'group_session',
  ]) {
    // A group of theirs is an appointment of theirs too.
    const own = table === 'appointment' ? 2 : 1;
    expect(await stage.seen(table, as(stage.counsellorId)), table).toHaveLength(own);
    expect(await stage.seen(table, as(colleague?.id)), table).toEqual([]);
  }
  expect(await stage.seen('person', as(stage.counsellorId))).toEqual([]);
});

it('tells how to meet until an hour after the appointment, and opens what a person wrote while they are looked after', async () => {
  const [row] = await stage.world.rows<{ ends: Date; organisation: string }>(
    'SELECT upper(period) AS ends, organisation_id AS organisation FROM appointment',
  );
  if (row === undefined) throw new Error('there is no appointment');
  const minute = 60_000;
  const at = (ms: number) => ({ now: new Date(row.ends.getTime() + ms).toISOString() });
  const self = { actor_kind: 'person', person_id: stage.personId };
  expect(await stage.seen('meeting_detail', { ...self, ...at(60 * minute - 1) })).toHaveLength(1);
  expect(await stage.seen('meeting_detail', { ...self, ...at(60 * minute) })).toEqual([]);
  const staff = { actor_kind: 'counsellor', staff_id: stage.counsellorId, organisation_id: row.organisation };
  const days = 24 * 60 * minute;
  expect(await stage.seen('person_vault', { ...staff, ...at(30 * days - 1) })).toHaveLength(1);
  expect(await stage.seen('person_vault', { ...staff, ...at(30 * days) })).toEqual([]);
  for (const kind of ['partner-staff', 'platform-admin', 'staff-pending'])
    expect(await stage.seen('person_vault', { ...staff, actor_kind: kind }), kind).toEqual([]);
});

it('lets nobody make themselves somebody who looks after a person, nor wipe out that they looked', async () => {
  const [mine] = await stage.world.rows<{ organisation_id: string }>(
    'SELECT organisation_id FROM counsellor WHERE id = $1',
    [stage.counsellorId],
  );
  const staff = {
    actor_kind: 'counsellor',
    staff_id: stage.counsellorId,
    organisation_id: mine?.organisation_id ?? '',
  };
  const insert = `INSERT INTO care_assignment (id, organisation_id, person_id, staff_id, kind, since, until)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, '2026-01-01', '2028-01-01')`;
  for (const kind of ['appointment', 'confirmed', 'break-glass']) {
    const values = [mine?.organisation_id, stage.personId, stage.counsellorId, kind];
    expect(await stage.refusalOf(staff, insert, values), kind).toBe(NOT_ALLOWED);
  }
  const other = (await stage.world.person()).actor.personId;
  const stranger = { actor_kind: 'person', person_id: other };
  const values = [mine?.organisation_id, other, stage.counsellorId, 'appointment'];
  expect(await stage.refusalOf(stranger, insert, values), 'a person without an appointment').toBe(
    NOT_ALLOWED,
  );
  for (const change of ['staff_id = staff_id', 'person_id = person_id', `kind = 'confirmed'`])
    expect(await stage.refusalOf(staff, `UPDATE care_assignment SET ${change}`), change).toBe(NOT_ALLOWED);
  for (const statement of [
    'UPDATE record_access SET at = at',
    'TRUNCATE record_access',
    'TRUNCATE care_assignment',
  ]) {
    for (const who of [staff, { actor_kind: 'person', person_id: stage.personId }, { actor_kind: 'system' }])
      expect(await stage.refusalOf(who, statement), statement).toBe(NOT_ALLOWED);
  }
  // Deleting is for the job that forgets, and for what is past its date by the clock of the transaction.
  for (const table of ['record_access', 'care_assignment']) {
    const rows = await stage.world.rows(`SELECT FROM ${table}`);
    for (const who of [
      staff,
      { actor_kind: 'person', person_id: stage.personId },
      { actor_kind: 'system' },
    ]) {
      const now = '2026-11-25T00:00:00Z';
      expect(await stage.changed({ ...who, now }, `DELETE FROM ${table}`), table).toBe(0);
    }
    expect(rows.length).toBeGreaterThan(0);
  }
});

it('lets whoever books lock a counsellor’s row, and nobody move a counsellor to another organisation', async () => {
  const [mali] = await stage.world.rows<{ organisation_id: string }>(
    'SELECT organisation_id FROM counsellor WHERE id = $1',
    [stage.counsellorId],
  );
  const self = {
    actor_kind: 'counsellor',
    staff_id: stage.counsellorId,
    organisation_id: mali?.organisation_id ?? '',
  };
  const person = { actor_kind: 'person', person_id: stage.personId };
  expect(await stage.refusalOf(person, 'SELECT FROM counsellor FOR NO KEY UPDATE')).toBeUndefined();
  const move = 'UPDATE counsellor SET organisation_id = organisation_id WHERE id = $1';
  expect(await stage.refusalOf(self, move, [stage.counsellorId])).toBe(NOT_ALLOWED);
  expect(await stage.refusalOf(person, 'UPDATE counsellor SET accepts_newcomers = false')).toBe(NOT_ALLOWED);
});

it('shows codes to the admins of their organisation, and to nobody else who works there', async () => {
  const [{ organisation_id: id, batches } = { organisation_id: '', batches: 0 }] = await stage.world.rows<{
    organisation_id: string;
    batches: number;
  }>('SELECT organisation_id, count(*)::int AS batches FROM invitation_batch GROUP BY 1');
  const as = (kind: string) => ({ actor_kind: kind, staff_id: stage.counsellorId, organisation_id: id });
  for (const table of ['invitation_batch', 'invitation_code']) {
    expect(await stage.seen(table, as('organisation-admin')), table).toHaveLength(batches);
    for (const kind of ['counsellor', 'partner-staff', 'platform-admin', 'person'])
      expect(await stage.seen(table, as(kind)), `${table} ${kind}`).toEqual([]);
  }
});

it('lets nobody confirm their own request for a code, or make a code of one that nobody confirmed', async () => {
  const [request] = await stage.world.rows<{ organisation_id: string; started_by: string }>(
    'SELECT organisation_id, started_by FROM recovery_code',
  );
  const [colleague] = await stage.world.rows<{ id: string }>(
    'SELECT id FROM counsellor WHERE organisation_id = $1 AND id <> $2',
    [request?.organisation_id, request?.started_by],
  );
  const as = (id = '') => ({
    actor_kind: 'counsellor',
    staff_id: id,
    organisation_id: request?.organisation_id ?? '',
  });
  const changed = (settings: Record<string, string>, set: string) =>
    stage.changed(settings, `UPDATE recovery_code SET ${set}`);
  const confirm = `confirmed_by = actor_staff(), confirmed_at = now()`;
  const forge = `confirmed_by = '${colleague?.id}', confirmed_at = now(), code_index = sha256('x')`;
  expect(await changed(as(request?.started_by), confirm)).toBe(0);
  expect(await changed(as(request?.started_by), forge)).toBe(0);
  expect(await changed(as(colleague?.id), `code_index = sha256('x')`)).toBe(NOT_ALLOWED);
  expect(await changed(as(colleague?.id), confirm)).toBe(1);
});
