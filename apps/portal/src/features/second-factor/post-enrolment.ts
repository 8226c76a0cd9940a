import { ask, attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import type { Fault } from '../form/fault.ts';
import { readNewPasskey } from '../passkey/read-passkey.ts';

/** What the page that sets up a second factor shows next. */
export type Enrolment =
  | { shows: 'choice'; faults: Fault[] }
  | { shows: 'scan'; secret: string; faults: Fault[] }
  | { shows: 'codes'; codes: string[] }
  | { shows: 'done' };

/** As the API writes it: groups of four letters and digits. */
const SECRET = /^[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}$/;

/** Does what a posted form of that page asks for. */
export async function postEnrolment({ rpc, t }: Visit, form: URLSearchParams): Promise<Enrolment> {
  if (form.has('passkey')) {
    const failed: Enrolment = {
      shows: 'choice',
      faults: [{ field: 'main', message: t('setUp.errorPasskey') }],
    };
    const answer = readNewPasskey(form);
    if (!answer) return failed;
    const added = await attempt(rpc.secondFactor.addPasskey.mutate({ answer }), ['wrong-code']);
    return added.ok ? enrolled(added.value.recoveryCodes) : failed;
  }
  const shown = form.get('secret') ?? '';
  if (form.get('do') !== 'confirm-totp' || !SECRET.test(shown)) {
    const { secret } = await ask(rpc.secondFactor.beginTotp.mutate());
    return { shows: 'scan', secret, faults: [] };
  }
  const code = (form.get('code') ?? '').slice(0, 64);
  const confirmed = await attempt(rpc.secondFactor.confirmTotp.mutate({ code }), ['wrong-code']);
  if (confirmed.ok) return enrolled(confirmed.value.recoveryCodes);
  return { shows: 'scan', secret: shown, faults: [{ field: 'code', message: t('setUp.errorWrong') }] };
}

const enrolled = (codes: string[] | null): Enrolment =>
  codes ? { shows: 'codes', codes } : { shows: 'done' };
