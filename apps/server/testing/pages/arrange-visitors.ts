import { confirmKept } from '@homeward/core/account';
import { bookAppointment } from '@homeward/core/booking';
import { openBreakGlass } from '@homeward/core/break-glass';
import { grantConsent } from '@homeward/core/consent';
import { listFreeSlots } from '@homeward/core/counsellor';
import { createGroup, publishGroup } from '@homeward/core/group';
import { inTransaction } from '@homeward/core/kernel';
import { addPlace } from '@homeward/core/place';
import { openSession } from '@homeward/core/session';
import { addCounsellor, addPartner, addStaff, canary, createWorld, type World } from '@homeward/core/testing';
import { offerFreeTimes, wishEarlier } from '@homeward/core/waiting';
import type { PageLine, Visitor } from './page-matrix.ts';

/** A world with somebody in every role, and a record of each kind that a page is about. */
export interface Cast {
  world: World;
  /** The cookie of each; none for a visitor. */
  cookieOf: Record<Visitor, string>;
  /** Signs somebody in anew, after what they did ended their session. */
  renew(visitor: Visitor): Promise<void>;
  /** What the person's record, or what is public, goes by. */
  idOf: Record<Exclude<NonNullable<PageLine['id']>, 'listing'>, string>;
  /** The key that publishes. */
  partnerKey: string;
}

export async function arrangeVisitors(): Promise<Cast> {
  // Pages read the machine's clock for what they offer; the use-cases must not be in another year.
  const world = await createWorld({ now: new Date().toISOString(), maxConnections: 16 });
  const counsellor = await addCounsellor(world);
  const { organisationId } = counsellor.actor;
  const [colleague, pending, fresh, suspended] = [
    await addCounsellor(world, { organisationId }),
    await addCounsellor(world, { organisationId }),
    await addCounsellor(world, { organisationId }),
    await addCounsellor(world, { organisationId }),
  ];
  const partner = await addPartner(world);
  const partnerStaff = await addStaff(world, { ...partner, role: 'partner-staff' });
  const admin = await addStaff(world, { organisationId, role: 'organisation-admin' });
  const platform = await addStaff(world, { organisationId, role: 'platform-admin' });
  await world.rows('UPDATE staff SET second_factor_since = created_at WHERE id <> $1', [fresh.actor.staffId]);

  const [person, newcomer, unkept] = [
    await world.person(),
    await world.person({ newcomer: true }),
    await world.person({ newcomer: true }),
  ];
  for (const one of [person, newcomer]) await confirmKept(one, undefined);
  const appointment = await book(world, person, counsellor.actor.staffId);
  // Another, so that the counsellor still sees the person when the first is given back.
  await book(world, person, counsellor.actor.staffId, 4);
  const { id: consent } = await grantConsent(person, {
    recipient: { kind: 'organisation', organisationId },
    purpose: 'get-in-touch',
    fields: ['languages'],
  });
  const { id: group } = await createGroup(counsellor, {
    texts: [{ language: 'en', title: 'Sleep better' }],
    practice: 'health',
    language: 'en',
    modality: 'video',
    seats: 5,
    startsAt: new Date(world.clock.now() + 40 * 86_400_000).toISOString(),
    lengthMinutes: 60,
  });
  await publishGroup(counsellor, { id: group });
  await wishEarlier(person, {
    appointmentId: appointment,
    among: 'counsellor',
    modalities: ['video'],
    zone: 'Asia/Bangkok',
  });
  const [offer = ''] = await offerFreeTimes(world.system);
  const { id: place } = await addPlace(counsellor, { name: 'House', area: 'Jakarta', address: '' });
  const { id: emergency } = await openBreakGlass(admin, {
    ...(await wordOf(world, appointment)),
    reason: 'person-asked',
    note: canary('note'),
  });

  const open = async (owner: Parameters<typeof openSession>[1], id: string) => {
    const cookie = await inTransaction(world.visitor, 'read write', (tx) => openSession(tx, owner, id));
    return cookie.split(';')[0] ?? '';
  };
  const asPerson = (one: typeof person) => open({ kind: 'person', device: 'shared' }, one.actor.personId);
  const asStaff = (one: { actor: { staffId: string } }, secondFactor = true) =>
    open({ kind: 'staff', secondFactor }, one.actor.staffId);
  const signIn: Record<Visitor, () => Promise<string>> = {
    visitor: async () => '',
    'person-unkept': () => asPerson(unkept),
    newcomer: () => asPerson(newcomer),
    person: () => asPerson(person),
    'staff-new': () => asStaff(fresh, false),
    'staff-pending': () => asStaff(pending, false),
    counsellor: () => asStaff(counsellor),
    'counsellor-colleague': () => asStaff(colleague),
    'partner-staff': () => asStaff(partnerStaff),
    'organisation-admin': () => asStaff(admin),
    'platform-admin': () => asStaff(platform),
    expired: async () => {
      const cookie = await open({ kind: 'person', device: 'own' }, person.actor.personId);
      await world.rows(`UPDATE session SET expires_at = created_at WHERE device = 'own'`);
      return cookie;
    },
    suspended: async () => {
      const cookie = await asStaff(suspended);
      await world.rows('UPDATE staff SET deactivated_at = now() WHERE id = $1', [suspended.actor.staffId]);
      return cookie;
    },
  };
  const signedIn = await Promise.all(
    Object.entries(signIn).map(async ([visitor, how]) => [visitor, await how()]),
  );
  const cookieOf: Cast['cookieOf'] = Object.fromEntries(signedIn);
  return {
    world,
    cookieOf,
    renew: async (visitor) => {
      cookieOf[visitor] = await signIn[visitor]();
    },
    idOf: { appointment, counsellor: counsellor.actor.staffId, consent, emergency, place, group, offer },
    partnerKey: partner.key,
  };
}

async function book(
  world: World,
  person: Awaited<ReturnType<World['person']>>,
  counsellorId: string,
  place = 0,
): Promise<string> {
  const inDays = (days: number) => new Date(world.clock.now() + days * 86_400_000).toISOString();
  const slots = await listFreeSlots(person, { counsellorId, from: inDays(2), to: inDays(8) });
  const slot = slots[place];
  if (slot === undefined) throw new Error('the counsellor has no free time');
  const { id } = await bookAppointment(person, {
    counsellorId,
    startsAt: slot.startsAt,
    modality: 'video',
    zone: 'Asia/Bangkok',
    callMe: canary('call-me'),
  });
  return id;
}

/** The short word of an appointment, and its day where the counsellor is. */
async function wordOf(world: World, id: string): Promise<{ reference: string; on: string }> {
  const [row] = await world.rows<{ reference: string; on: string }>(
    `SELECT reference, (lower(period) AT TIME ZONE 'Asia/Jakarta')::date::text AS on FROM appointment WHERE id = $1`,
    [id],
  );
  if (row === undefined) throw new Error('the appointment is gone');
  return row;
}
