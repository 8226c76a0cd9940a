import { ask, attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { readChangePassphrase } from '../account/change-passphrase-form.ts';
import type { Fault } from '../form/fault.ts';

/** What came of a form: where to go on, codes to be shown once, or what is wrong. */
interface Done {
  goTo?: string;
  codes?: string[];
  faults?: Fault[];
}

/** Does what a posted form of the page on one's own sign-in asks for. */
export async function doToSignIn(visit: Visit, form: URLSearchParams): Promise<Done> {
  const { rpc, t } = visit;
  const id = form.get('id') ?? '';
  switch (form.get('do')) {
    case 'remove-passkey': {
      const removed = await attempt(rpc.secondFactor.removePasskey.mutate({ id }), ['conflict', 'not-found']);
      if (removed.ok || removed.code === 'not-found') return { goTo: '/care/me?removed' };
      return { faults: [{ field: 'main', message: t('careMe.errorLast') }] };
    }
    case 'renew-codes':
      return { codes: (await ask(rpc.secondFactor.renewRecoveryCodes.mutate())).recoveryCodes };
    case 'end':
      // One that is over already is what was wished for.
      await attempt(rpc.session.end.mutate({ id }), ['not-found', 'invalid-input']);
      return { goTo: '/care/me?ended' };
    case 'end-others':
      await ask(rpc.session.endOthers.mutate());
      return { goTo: '/care/me?ended' };
    default:
      return changePassphrase(visit, form);
  }
}

async function changePassphrase({ rpc, t }: Visit, form: URLSearchParams): Promise<Done> {
  const { oldPassphrase, passphrase, faults } = readChangePassphrase(form, t);
  if (faults.length > 0) return { faults };
  const changed = await attempt(rpc.staff.changePassphrase.mutate({ oldPassphrase, passphrase }), [
    'wrong-sign-in',
    'passphrase-too-short',
    'passphrase-too-common',
    'too-many-requests',
  ]);
  if (changed.ok) return { goTo: '/care/me?passphrase' };
  const fault = {
    'wrong-sign-in': { field: 'old', message: t('changePass.errorOld') },
    'passphrase-too-short': { field: 'passphrase', message: t('account.errorShort') },
    'passphrase-too-common': { field: 'passphrase', message: t('account.errorCommon') },
    'too-many-requests': { field: 'old', message: t('account.errorTooMany') },
  };
  return { faults: [fault[changed.code]] };
}
