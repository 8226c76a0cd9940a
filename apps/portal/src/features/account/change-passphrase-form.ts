import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';
import { readPassphrase } from './account-form.ts';

export interface ChangePassphraseForm {
  oldPassphrase: string;
  passphrase: string;
  faults: Fault[];
}

/** Reads the passphrase until now and the new one, both as they were typed. */
export function readChangePassphrase(form: URLSearchParams, t: Translate): ChangePassphraseForm {
  const oldPassphrase = (form.get('old') ?? '').slice(0, 256);
  const { passphrase, faults } = readPassphrase(form, t);
  const oldFaults = oldPassphrase === '' ? [{ field: 'old', message: t('changePass.errorOldMissing') }] : [];
  return { oldPassphrase, passphrase, faults: [...oldFaults, ...faults] };
}
