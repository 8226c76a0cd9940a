import type { Client } from 'pg';

/** How many, how full their next weeks are, and the one language that they speak. */
export interface Clinic {
  language: string;
  counsellors: number;
  appointments: number;
  /** Days from today, in calendar days, over which the appointments lie, at most seven a day. */
  firstDay: number;
  lastDay: number;
  /** The soonest of these times are taken first; or here and there. */
  order: 'soonest-first' | 'scattered';
}

/** Thirty of them in each organisation, in four zones, in their hours on five days a week. */
export async function addClinic(owner: Client, clinic: Clinic): Promise<void> {
  const { language, counsellors, appointments, firstDay, lastDay, order } = clinic;
  await owner.query(
    `CREATE TEMP TABLE one AS
     SELECT n, gen_random_uuid() AS id, o.id AS organisation_id,
       (ARRAY['Asia/Bangkok', 'Asia/Jakarta', 'Asia/Kathmandu', 'Europe/London'])[n % 4 + 1] AS zone
     FROM generate_series(0, $1::integer - 1) AS n
     JOIN (SELECT g, gen_random_uuid() AS id FROM generate_series(0, $1::integer / 30) AS g) AS o ON o.g = n / 30`,
    [counsellors],
  );
  await owner.query(`INSERT INTO organisation (id, name, country, fictional, created_at)
    SELECT DISTINCT organisation_id, 'Bench', 'TH', true, now() FROM one`);
  await owner.query(`INSERT INTO staff (id, organisation_id, role, sign_in_name, display_name, passphrase_hash, created_at)
    SELECT id, organisation_id, 'counsellor', id::text, 'Bench', 'x', now() FROM one`);
  await owner.query(
    `INSERT INTO counsellor (id, organisation_id, alias, country, zone, languages, modalities, length_minutes, step_minutes,
       buffer_before_minutes, buffer_after_minutes, notice_minutes, horizon_days, max_per_day, created_at)
     SELECT id, organisation_id, 'Bench', 'TH', zone, ARRAY[$1, 'en'], '{video,phone}', 50, 30, 0, 10, 120, 90, 8, now() FROM one`,
    [language],
  );
  await owner.query(`INSERT INTO weekly_rule (id, organisation_id, counsellor_id, days, from_time, to_time)
    SELECT gen_random_uuid(), organisation_id, id, '{MO,TU,WE,TH,FR}', hours[1], hours[2]
    FROM one, (VALUES (ARRAY['09:00', '12:00']), (ARRAY['13:00', '17:00'])) AS t (hours)`);
  // Five people for each counsellor, in turn: nobody is in two places at once.
  await owner.query(
    `CREATE TEMP TABLE guest AS SELECT one.n, k, gen_random_uuid() AS id FROM one, generate_series(0, 4) AS k`,
  );
  await owner.query(`INSERT INTO person (id, access_number_index, passphrase_hash, kept_at, created_at)
    SELECT id, sha256(id::text::bytea), 'x', now(), now() FROM guest`);
  const { rowCount } = await owner.query(
    `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period,
       modality, person_zone, created_at)
     SELECT gen_random_uuid(), organisation_id, counsellor_id, person_id, 'A-1000', 'booked', tstzrange(at, at + interval '50 minutes'),
       tstzrange(at, at + interval '60 minutes'), 'video', 'Asia/Bangkok', now()
     FROM (
       SELECT one.organisation_id, one.id AS counsellor_id, guest.id AS person_id,
         (current_date + day + make_time(hour, 0, 0)) AT TIME ZONE one.zone AS at
       FROM generate_series($1::integer, $2::integer) AS day, unnest(ARRAY[9, 10, 11, 13, 14, 15, 16]) AS hour, one
       JOIN guest ON guest.n = one.n
       WHERE extract(isodow FROM current_date + day) < 6 AND guest.k = hour % 5
       ORDER BY CASE WHEN $4 THEN md5(concat_ws('-', day, hour, one.n)) END, day, hour, one.n LIMIT $3
     ) AS wanted`,
    [firstDay, lastDay, appointments, order === 'scattered'],
  );
  await owner.query('DROP TABLE one, guest');
  if (rowCount !== appointments) throw new Error(`${rowCount} appointments instead of ${appointments}`);
}
