import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/index.ts';
import { listFreeSlots } from './list-free-slots.ts';
import { listSoonest } from './list-soonest.ts';

let world: World;
const ids = Array.from({ length: 75 }, () => randomUUID());
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
  await arrange();
});
afterAll(() => world[Symbol.asyncDispose]());

const HOUR = 3_600_000;
const now = Date.parse('2026-11-24T01:00:00Z');

it('the soonest times of many counsellors are those of each calendar, however many are asked for', async () => {
  const first = await Promise.all(
    ids.map(async (counsellorId) => {
      const window = { from: new Date(now).toISOString(), to: new Date(now + 30 * 24 * HOUR).toISOString() };
      const [slot] = await listFreeSlots(world.visitor, { counsellorId, ...window });
      return [counsellorId, slot?.startsAt ?? ''] as const;
    }),
  );
  const startOf = new Map<string, string>(first);
  const expected = first.map(([, startsAt]) => startsAt).sort();

  const twenty = await listSoonest(world.visitor, { locale: 'en', language: 'tet', limit: 20 });
  expect(twenty.map(({ slot }) => slot.startsAt)).toEqual(expected.slice(0, 20));
  expect(new Set(twenty.map(({ counsellor }) => counsellor.id)).size).toBe(20);
  for (const { counsellor, slot } of twenty) expect(slot.startsAt).toBe(startOf.get(counsellor.id));
  for (const limit of [1, 2, 7]) {
    expect(await listSoonest(world.visitor, { locale: 'en', language: 'tet', limit })).toEqual(
      twenty.slice(0, limit),
    );
  }
});

/** All open at the same hours; all but the last are booked out for some days, whoever comes first the longest. */
async function arrange(): Promise<void> {
  const organisationId = randomUUID();
  await world.rows(
    `INSERT INTO organisation (id, name, country, fictional, created_at) VALUES ($1, 'Many', 'TL', true, now())`,
    [organisationId],
  );
  await world.rows(
    `INSERT INTO staff (id, organisation_id, role, sign_in_name, display_name, passphrase_hash, created_at)
     SELECT id, $2, 'counsellor', id::text, 'Rosa', '', now() FROM unnest($1::uuid[]) AS t (id)`,
    [ids, organisationId],
  );
  await world.rows(
    `INSERT INTO counsellor (id, organisation_id, alias, country, zone, languages, modalities, length_minutes, step_minutes,
       buffer_before_minutes, buffer_after_minutes, notice_minutes, horizon_days, max_per_day, created_at)
     SELECT id, $2, 'Rosa', 'TL', 'Asia/Dili', '{tet}', '{video}', 60, 60, 0, 0, 0, 60, 8, now() FROM unnest($1::uuid[]) AS t (id)`,
    [ids, organisationId],
  );
  await world.rows(
    `INSERT INTO weekly_rule (id, organisation_id, counsellor_id, days, from_time, to_time)
     SELECT gen_random_uuid(), $2, id, '{MO,TU,WE,TH,FR}', '09:00', '12:00' FROM unnest($1::uuid[]) AS t (id)`,
    [ids, organisationId],
  );
  await world.rows(
    `INSERT INTO person (id, access_number_index, passphrase_hash, kept_at, created_at)
     SELECT id, sha256(id::text::bytea), '', now(), now() FROM unnest($1::uuid[]) AS t (id)`,
    [ids],
  );
  await world.rows(
    `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period,
       modality, person_zone, created_at)
     SELECT gen_random_uuid(), $2, t.id, t.id, 'A-1000', 'booked', tstzrange(at, at + interval '1 hour'),
       tstzrange(at, at + interval '1 hour'), 'video', 'Asia/Dili', now()
     FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, n), generate_series(0, (75 - n)::integer / 5) AS day,
       generate_series(0, 2) AS hour, LATERAL (SELECT $3::timestamptz + make_interval(days => day, hours => hour - 1) AS at)
     WHERE n < 75`,
    [ids, organisationId, new Date(now)],
  );
}
