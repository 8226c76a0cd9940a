import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Wish } from './booking.ts';
import type { Booker } from './booking-world.ts';

/** The baseline: the statements that a booking needs, by hand, without any application around them. */
export async function bookInPlainSql(client: Client, { personId }: Booker, wish: Wish): Promise<void> {
  const { counsellorId, organisationId, startsAt } = wish;
  const now = new Date();
  const endsAt = new Date(startsAt.getTime() + 600_000);
  const appointmentId = randomUUID();
  await client.query('BEGIN');
  await client.query(
    `SELECT set_config('homeward.actor_kind', 'person', true), set_config('homeward.person_id', $1, true),
       set_config('homeward.staff_id', '', true), set_config('homeward.organisation_id', '', true)`,
    [personId],
  );
  await client.query('SELECT * FROM counsellor WHERE id = $1 FOR NO KEY UPDATE', [counsellorId]);
  await client.query('SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  await client.query('SELECT release_expired_holds($1, $2)', [counsellorId, now]);
  await client.query(
    `SELECT id, lower(period), upper(period) FROM appointment
     WHERE person_id = $1 AND status IN ('held', 'requested', 'booked') AND upper(period) > $2`,
    [personId, now],
  );
  await client.query('SELECT days, from_time, to_time FROM weekly_rule WHERE counsellor_id = $1', [
    counsellorId,
  ]);
  await client.query('SELECT * FROM counsellor_busy($1, $2, $3, $4)', [
    [counsellorId],
    new Date(startsAt.getTime() - 86_400_000),
    new Date(endsAt.getTime() + 86_400_000),
    now,
  ]);
  await client.query(
    `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period, modality, person_zone, created_at)
     VALUES ($1, $2, $3, $4, 'A-1000', 'booked', tstzrange($5, $6), tstzrange($5, $6), 'video', 'Asia/Bangkok', $7)`,
    [appointmentId, organisationId, counsellorId, personId, startsAt, endsAt, now],
  );
  await client.query(`INSERT INTO pgboss.job (name, data) VALUES ('outbox', $1)`, [
    JSON.stringify({
      id: randomUUID(),
      type: 'appointment.booked',
      by: 'person',
      organisationId,
      appointmentId,
      staffId: counsellorId,
    }),
  ]);
  await client.query(`SELECT append_audit($1, $2, 'appointment.book', $3, $4)`, [
    randomUUID(),
    now,
    personId,
    appointmentId,
  ]);
  await client.query('COMMIT');
}
