import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export interface Bookable {
  counsellorId: string;
  organisationId: string;
}

export interface Booker {
  personId: string;
  cookie: string;
}

/** Counsellors who are there day and night, with a time every ten minutes. */
export async function addCounsellors(owner: Client, count: number): Promise<Bookable[]> {
  const organisationId = randomUUID();
  await owner.query(
    `INSERT INTO organisation (id, name, country, fictional, created_at) VALUES ($1, 'Bench', 'TH', true, now())`,
    [organisationId],
  );
  const made: Bookable[] = [];
  for (let n = 0; n < count; n++) {
    const id = randomUUID();
    await owner.query(
      `INSERT INTO staff (id, organisation_id, role, sign_in_name, display_name, passphrase_hash, created_at) VALUES ($1, $2, 'counsellor', $3, 'Bench', 'x', now())`,
      [id, organisationId, id],
    );
    await owner.query(
      `INSERT INTO counsellor (id, organisation_id, alias, country, zone, languages, modalities, length_minutes, step_minutes,
         buffer_before_minutes, buffer_after_minutes, notice_minutes, horizon_days, max_per_day, created_at)
       VALUES ($1, $2, 'Bench', 'TH', 'Asia/Bangkok', '{th}', '{video}', 10, 10, 0, 0, 0, 365, 200, now())`,
      [id, organisationId],
    );
    await owner.query(
      `INSERT INTO weekly_rule (id, organisation_id, counsellor_id, days, from_time, to_time)
       VALUES ($1, $2, $3, '{MO,TU,WE,TH,FR,SA,SU}', '00:00', '24:00')`,
      [randomUUID(), organisationId, id],
    );
    made.push({ counsellorId: id, organisationId });
  }
  return made;
}

/** People who are signed in, without the slow hash of a passphrase that nobody will type. */
export async function addPeople(owner: Client, count: number): Promise<Booker[]> {
  const people = Array.from({ length: count }, () => {
    const token = Array.from(randomBytes(40), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join(
      '',
    );
    return { personId: randomUUID(), token };
  });
  await owner.query(
    `INSERT INTO person (id, access_number_index, passphrase_hash, kept_at, created_at)
     SELECT id, sha256(id::text::bytea), 'x', now(), now() FROM unnest($1::uuid[]) AS t (id)`,
    [people.map(({ personId }) => personId)],
  );
  await owner.query(
    `INSERT INTO session (id, token_hash, person_id, device, idle, created_at, used_at, expires_at, ends_at)
     SELECT gen_random_uuid(), hash, id, 'shared', interval '15 minutes', now(), now(), now() + interval '15 minutes', now() + interval '12 hours'
     FROM unnest($1::uuid[], $2::bytea[]) AS t (id, hash)`,
    [
      people.map(({ personId }) => personId),
      people.map(({ token }) => createHash('sha256').update(token).digest()),
    ],
  );
  return people.map(({ personId, token }) => ({ personId, cookie: `__Host-s=${token}` }));
}
