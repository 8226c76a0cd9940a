import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrangeRows, type Rows } from '../testing/rows/arrange-rows.ts';

let stage: Rows;
beforeAll(async () => {
  stage = await arrangeRows();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('has rows in every table, so that seeing none means something', async () => {
  for (const table of stage.tables)
    expect((await stage.world.rows(`SELECT FROM ${table}`)).length, table).toBeGreaterThan(0);
});

it('shows nobody any row of any table', async () => {
  for (const table of stage.tables) expect((await stage.seen(table, {})) ?? [], table).toEqual([]);
});

it('shows a visitor nothing of a person, a session, a key or an appointment', async () => {
  const secret = [
    'person',
    'person_vault',
    'safe_contact',
    'consent',
    'person_fact',
    'session',
    'staff',
    'api_key',
    'appointment',
    'meeting_detail',
    'notice',
    'person_notice',
    'message',
    'contact_trouble',
    'reminder_choice',
    'waiting_wish',
    'time_offer',
    'group_session',
    'audit_entry',
    'audit_head',
    'invitation_batch',
    'invitation_code',
    'recovery_code',
    'care_assignment',
    'record_access',
    'break_glass',
    'break_glass_notice',
    'idempotency_record',
    'passkey',
    'staff_invitation',
    'staff_recovery_code',
    'staff_totp',
    'passkey_challenge',
    'throttle',
    'missing_help',
  ];
  for (const table of secret)
    expect((await stage.seen(table, { actor_kind: 'visitor' })) ?? [], table).toEqual([]);
});

it('keeps back the address of a place that is not public, whoever asks from outside', async () => {
  const hidden = await stage.world.rows<{ id: string }>(
    `SELECT l.id FROM listing l JOIN listing_address a ON a.listing_id = l.id WHERE l.visibility <> 'public'`,
  );
  expect(hidden.length).toBeGreaterThan(0);
  for (const kind of ['visitor', 'person', 'counsellor', 'system']) {
    const rows =
      (await stage.seen('listing_address', {
        actor_kind: kind,
        person_id: stage.personId,
        staff_id: stage.counsellorId,
      })) ?? [];
    expect(
      rows.filter((row) => hidden.some(({ id }) => id === row.listing_id)),
      kind,
    ).toEqual([]);
  }
});

it('holds what a person wants to be called in no readable form', async () => {
  for (const table of stage.tables) {
    const rows = await stage.world.rows(`SELECT t::text AS row FROM ${table} t`);
    const bytes = JSON.stringify(rows);
    expect(bytes, table).not.toContain(stage.called);
    expect(bytes, table).not.toContain(Buffer.from(stage.called).toString('hex'));
  }
});
