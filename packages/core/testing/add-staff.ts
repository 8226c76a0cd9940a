import type { ActorOf, Context } from '../src/kernel/index.ts';
import type { World } from './create-world.ts';

type Role = 'partner-staff' | 'organisation-admin' | 'platform-admin';

let made = 0;

/** Somebody who works at an organisation and has just proved who they are. */
export async function addStaff<Kind extends Role>(
  world: World,
  { role, organisationId, name = 'Dedi' }: { role: Kind; organisationId: string; name?: string },
): Promise<Context & { actor: ActorOf<Kind> }> {
  const [row] = await world.rows<{ id: string }>(
    `INSERT INTO staff (id, organisation_id, role, sign_in_name, passphrase_hash, display_name, second_factor_since, created_at)
     VALUES (gen_random_uuid(), $1, $2, $3, '', $4, now(), now()) RETURNING id`,
    [organisationId, role, `staff-${++made}`, name],
  );
  const staffId = row?.id ?? '';
  const session = { staffId, organisationId, sessionId: staffId, provedUntil: Number.MAX_SAFE_INTEGER };
  const actor = { kind: role, ...session } as unknown as ActorOf<Kind>; // each role of staff has exactly these members
  return { ...world.as(actor), actor };
}
