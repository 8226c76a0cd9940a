import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrangeRows, NO_SUCH_ROW, NOT_ALLOWED, type Rows } from '../testing/rows/arrange-rows.ts';

let stage: Rows;
beforeAll(async () => {
  stage = await arrangeRows();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('shows a person their own rows and nobody else’s', async () => {
  const other = (await stage.world.person()).actor.personId;
  for (const table of [
    'person',
    'person_vault',
    'appointment',
    'meeting_detail',
    'passkey',
    'safe_contact',
    'erasure_request',
    'person_notice',
    'message',
    'contact_trouble',
    'reminder_choice',
    'waiting_wish',
    'time_offer',
  ]) {
    const own = (await stage.seen(table, { actor_kind: 'person', person_id: stage.personId })) ?? [];
    expect(own.length, table).toBeGreaterThan(0);
    for (const row of own) if ('person_id' in row) expect(row.person_id).toBe(stage.personId);
  }
  expect(await stage.seen('person', { actor_kind: 'person', person_id: other })).toHaveLength(1);
  for (const table of [
    'appointment',
    'meeting_detail',
    'notice',
    'person_notice',
    'message',
    'passkey',
    'time_offer',
    'group_session',
  ]) {
    expect(await stage.seen(table, { actor_kind: 'person', person_id: other }), table).toEqual([]);
  }
});

it('lets a person give their appointment back or move it, and change nothing else of it or of themselves', async () => {
  const self = { actor_kind: 'person', person_id: stage.personId };
  expect(await stage.refusalOf(self, `UPDATE appointment SET status = 'cancelled'`)).toBeUndefined();
  expect(
    await stage.refusalOf(self, `UPDATE appointment SET period = period, modality = 'phone'`),
  ).toBeUndefined();
  for (const change of [
    `status = 'fulfilled'`,
    'counsellor_id = counsellor_id',
    'organisation_id = organisation_id',
    'person_id = person_id',
    'urgent_reason = urgent_reason',
    'reference = reference',
    'sequence = sequence',
  ]) {
    expect(await stage.refusalOf(self, `UPDATE appointment SET ${change}`), change).toBe(NOT_ALLOWED);
  }
  expect(await stage.refusalOf(self, `UPDATE person SET zone = 'Asia/Bangkok'`)).toBeUndefined();
  for (const column of ['passphrase_hash', 'access_number_index', 'created_at'])
    expect(await stage.refusalOf(self, `UPDATE person SET ${column} = ${column}`), column).toBe(NOT_ALLOWED);
});

it('keeps the law against overlaps by refusing an appointment under another organisation than its counsellor’s', async () => {
  const [other] = await stage.world.rows<{ id: string }>(
    'SELECT id FROM organisation WHERE id <> (SELECT organisation_id FROM counsellor WHERE id = $1)',
    [stage.counsellorId],
  );
  const insert = `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period, modality, person_zone, created_at)
    VALUES (gen_random_uuid(), $1, $2, $3, 'A-1', 'booked', '[2027-01-01,2027-01-02)', '[2027-01-01,2027-01-02)', 'video', 'UTC', now())`;
  const person = { actor_kind: 'person', person_id: stage.personId };
  expect(await stage.refusalOf(person, insert, [other?.id, stage.counsellorId, stage.personId])).toBe(
    NO_SUCH_ROW,
  );
});
