import { Id } from '@homeward/contracts/id';
import { InviteStaff } from '@homeward/contracts/staff';
import { type Attempt, attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

type Done = { id: string; code?: string } | undefined;

/** Does what a posted form of the page of colleagues asks for; undefined in it when the form asks for nothing that can be done. */
export function doToStaff(
  { rpc: { staff } }: Visit,
  form: URLSearchParams,
  organisationId: string | undefined,
): Promise<Attempt<Done, 'conflict' | 'forbidden'>> {
  const deed = form.get('do');
  const id = Id.safeParse(form.get('id')).data;
  const answer = async (): Promise<Done> => {
    if (deed === 'invite') {
      const named = { role: form.get('role'), displayName: form.get('name') };
      const invited = InviteStaff.safeParse({ ...named, ...(organisationId && { organisationId }) });
      return invited.success ? staff.invite.mutate(invited.data) : undefined;
    }
    if (id === undefined) return undefined;
    if (deed === 'withdraw') return staff.withdrawInvitation.mutate({ id });
    if (deed === 'deactivate') return staff.deactivate.mutate({ id });
    if (deed === 'reactivate') return staff.reactivate.mutate({ id });
    if (deed === 'make-admin') return staff.changeRole.mutate({ id, role: 'organisation-admin' });
    if (deed === 'make-staff') return staff.changeRole.mutate({ id, role: 'partner-staff' });
    if (deed === 'reset-factor') return staff.resetSecondFactor.mutate({ id });
    return deed === 'reset-passphrase' ? staff.resetPassphrase.mutate({ id }) : undefined;
  };
  return attempt(answer(), ['conflict', 'forbidden']);
}
