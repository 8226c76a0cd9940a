import type { InviteStaff } from '@homeward/contracts/staff';
import { type Context, SYSTEM, VISITOR } from '../kernel/index.ts';
import { enrolKnownTotp } from '../second-factor/index.ts';
import { acceptStaffInvitation, inviteStaff } from '../staff/index.ts';
import { DEMO_PASSPHRASE } from './counsellors.ts';
import { demoTotpSecret } from './demo-code.ts';
import type { DemoOrganisation } from './organisations.ts';

interface DemoAdmin extends Pick<InviteStaff, 'role' | 'displayName'> {
  organisation: DemoOrganisation;
  signInName: string;
}

/** One who leads an organisation, and one who takes organisations in. */
export const DEMO_ADMINS: DemoAdmin[] = [
  { organisation: 'open-door', role: 'organisation-admin', displayName: 'Nok', signInName: 'nok' },
  { organisation: 'harbour', role: 'platform-admin', displayName: 'Sam', signInName: 'sam' },
];

/** Lets them join as everybody does, by a code, with the demo's passphrase and second factor. */
export async function addDemoAdmin(
  context: Omit<Context, 'actor'>,
  organisationId: string,
  { role, displayName, signInName }: DemoAdmin,
): Promise<void> {
  const { code } = await inviteStaff({ ...context, actor: SYSTEM }, { organisationId, role, displayName });
  const { staffId } = await acceptStaffInvitation(
    { ...context, actor: VISITOR },
    { code, signInName, passphrase: DEMO_PASSPHRASE },
  );
  await enrolKnownTotp(context, { organisationId, staffId, secret: demoTotpSecret(signInName) });
}
