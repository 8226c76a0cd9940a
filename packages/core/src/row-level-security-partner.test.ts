import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrangeRows, NO_SUCH_ROW, type Rows } from '../testing/rows/arrange-rows.ts';

let stage: Rows;
beforeAll(async () => {
  stage = await arrangeRows();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('shows a partner key its own records only', async () => {
  const organisations = await stage.world.rows<{ id: string }>('SELECT id FROM organisation');
  for (const { id } of organisations) {
    const as = { actor_kind: 'partner-key', organisation_id: id };
    for (const table of ['idempotency_record', 'api_key']) {
      for (const row of (await stage.seen(table, as)) ?? []) expect(row.organisation_id, table).toBe(id);
    }
    expect(await stage.seen('appointment', as)).toEqual([]);
    expect(await stage.seen('person', as)).toEqual([]);
  }
});

it('lets no key put a text or an address under a listing of another organisation', async () => {
  const [listing] = await stage.world.rows<{ id: string; organisation_id: string }>(
    `SELECT id, organisation_id FROM listing l
       WHERE NOT EXISTS (SELECT FROM listing_address a WHERE a.listing_id = l.id)`,
  );
  expect(listing).toBeDefined();
  const [other] = await stage.world.rows<{ id: string }>('SELECT id FROM organisation WHERE id <> $1', [
    listing?.organisation_id,
  ]);
  const as = (id: string | undefined) => ({ actor_kind: 'partner-key', organisation_id: id ?? '' });
  for (const insert of [
    `INSERT INTO listing_text VALUES ($1, $2, 'xx', 'theirs', 'theirs')`,
    `INSERT INTO listing_address VALUES ($1, $2, '{}')`,
  ]) {
    expect(await stage.refusalOf(as(other?.id), insert, [listing?.id, other?.id])).toBe(NO_SUCH_ROW);
    expect(
      await stage.refusalOf(as(listing?.organisation_id), insert, [listing?.id, listing?.organisation_id]),
    ).toBeUndefined();
  }
});

it('shows the kept answers of an organisation to its keys, and not to its people', async () => {
  const [{ id } = { id: '' }] = await stage.world.rows<{ id: string }>('SELECT id FROM organisation');
  expect(
    await stage.seen('idempotency_record', { actor_kind: 'partner-key', organisation_id: id }),
  ).toHaveLength(1);
  for (const kind of ['counsellor', 'partner-staff', 'organisation-admin', 'platform-admin']) {
    const as = { actor_kind: kind, staff_id: stage.counsellorId, organisation_id: id };
    expect(await stage.seen('idempotency_record', as), kind).toEqual([]);
  }
});
