import type { GiveSecondFactor } from '@homeward/contracts/second-factor';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';
import { readPasskey } from '../passkey/read-passkey.ts';

/** Reads a form that takes a code or a passkey. `given` is undefined exactly when there are faults. */
export function readCodeForm(
  form: URLSearchParams,
  t: Translate,
): { given: GiveSecondFactor | undefined; faults: Fault[] } {
  const passkey = readPasskey(form);
  if (passkey) return { given: { passkey }, faults: [] };
  const code = (form.get('code') ?? '').trim();
  if (code !== '' && code.length <= 64) return { given: { code }, faults: [] };
  return { given: undefined, faults: [{ field: 'code', message: t('secondStep.errorCode') }] };
}
