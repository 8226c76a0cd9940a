import { randomUUID } from 'node:crypto';
import { bookAppointment } from '@homeward/core/booking';
import { grantConsent } from '@homeward/core/consent';
import { listFreeSlots } from '@homeward/core/counsellor';
import { inTransaction } from '@homeward/core/kernel';
import { openSession } from '@homeward/core/session';
import { addCounsellor, addPartner, canary, createWorld, type World } from '@homeward/core/testing';
import type { Role } from './matrix.ts';

/** A world with somebody in every role, and what each sends to show who they are. */
export interface Cast {
  world: World;
  headersOf: Record<Role, Record<string, string>>;
  personId: string;
  /** Every id of a row that belongs to the person or their counsellor. */
  recordIds: string[];
}

export async function arrangeRoles(): Promise<Cast> {
  const world = await createWorld({ now: '2026-11-24T01:00:00Z', maxConnections: 16 });
  const assigned = await addCounsellor(world);
  const { organisationId } = assigned.actor;
  const colleague = await addCounsellor(world, { organisationId });
  const elsewhere = await addCounsellor(world);
  const partner = await addPartner(world);
  const [person, other] = [await world.person(), await world.person()];
  // As the system: triggers ask who changes what.
  await world.rows(`SELECT set_config('homeward.actor_kind', 'system', false)`);
  await world.rows('UPDATE person SET confirmed_at = created_at');
  await book(world, person, assigned.actor.staffId);
  await grantConsent(person, {
    recipient: { kind: 'organisation', organisationId },
    purpose: 'get-in-touch',
    fields: ['languages'],
  });

  const staff = async (role: string, organisation = organisationId) => {
    const id = randomUUID();
    await world.rows(
      `INSERT INTO staff (id, organisation_id, role, sign_in_name, display_name, passphrase_hash, created_at)
       VALUES ($1, $2, $3, $1::uuid::text, 'Staff', '-', now())`,
      [id, organisation, role],
    );
    return id;
  };
  const pending = await staff('counsellor');
  const suspended = await staff('counsellor');
  const partnerStaff = await staff('partner-staff', partner.organisationId);
  const admin = await staff('organisation-admin');
  const platform = await staff('platform-admin');
  await world.rows('UPDATE staff SET second_factor_since = created_at WHERE id <> $1', [pending]);

  const cookieOf = async (owner: Parameters<typeof openSession>[1], id: string) => {
    const cookie = await inTransaction(world.visitor, 'read write', (tx) => openSession(tx, owner, id));
    return { cookie: cookie.split(';')[0] ?? '' };
  };
  const asStaff = (id: string, secondFactor = true) => cookieOf({ kind: 'staff', secondFactor }, id);
  const asPerson = (id: string) => cookieOf({ kind: 'person', device: 'own' }, id);
  const expired = await asPerson(person.actor.personId);
  await world.rows(`UPDATE session SET expires_at = '2026-11-24T00:59:59Z' WHERE device = 'own'`);
  const headersOf: Cast['headersOf'] = {
    visitor: {},
    expired,
    person: await asPerson(person.actor.personId),
    'other-person': await asPerson(other.actor.personId),
    'staff-pending': await asStaff(pending, false),
    'counsellor-assigned': await asStaff(assigned.actor.staffId),
    'counsellor-colleague': await asStaff(colleague.actor.staffId),
    'counsellor-elsewhere': await asStaff(elsewhere.actor.staffId),
    'partner-staff': await asStaff(partnerStaff),
    'organisation-admin': await asStaff(admin),
    'platform-admin': await asStaff(platform),
    suspended: await asStaff(suspended),
    'partner-key': { authorization: `Bearer ${partner.key}` },
  };
  await world.rows('UPDATE staff SET deactivated_at = now() WHERE id = $1', [suspended]);
  const { personId } = person.actor;
  return {
    world,
    headersOf,
    personId,
    recordIds: await findRecordIds(world, personId, assigned.actor.staffId),
  };
}

async function book(world: World, person: Awaited<ReturnType<World['person']>>, counsellorId: string) {
  const window = { from: '2026-11-25T00:00:00Z', to: '2026-12-01T00:00:00Z' };
  const [slot] = await listFreeSlots(person, { counsellorId, ...window });
  if (slot === undefined) throw new Error('the counsellor has no free time');
  await bookAppointment(person, {
    counsellorId,
    startsAt: slot.startsAt,
    modality: 'video',
    zone: 'Asia/Bangkok',
    callMe: canary('call-me'),
  });
  return world;
}

/** The ids of all rows that name the person, and the person's own. */
async function findRecordIds(world: World, personId: string, staffId: string): Promise<string[]> {
  const tables = await world.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
       AND column_name IN ('id', 'person_id') GROUP BY 1 HAVING count(*) = 2`,
  );
  const ids = [personId, staffId];
  for (const { name } of tables) {
    const rows = await world.rows<{ id: string }>(`SELECT id FROM ${name} WHERE person_id = $1 LIMIT 3`, [
      personId,
    ]);
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
