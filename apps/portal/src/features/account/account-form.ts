import { Passphrase, TypedAccessNumber } from '@homeward/contracts/account';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

const MOST_PASSPHRASE = 256;

/** What is typed stays as it is: spaces belong to a passphrase. */
export interface PassphraseForm {
  passphrase: string;
  faults: Fault[];
}

/** Reads a new passphrase. How long and how common it may be, the API says. */
export function readPassphrase(form: URLSearchParams, t: Translate): PassphraseForm {
  const passphrase = form.get('passphrase') ?? '';
  if (passphrase === '')
    return { passphrase, faults: [{ field: 'passphrase', message: t('account.errorPassphrase') }] };
  if (Passphrase.safeParse(passphrase).success) return { passphrase, faults: [] };
  return {
    passphrase,
    faults: [{ field: 'passphrase', message: t('account.errorLong', { max: MOST_PASSPHRASE }) }],
  };
}

export interface SignInForm extends PassphraseForm {
  /** As it was typed: the API understands spaces and digits of any script. */
  accessNumber: string;
  /** Whether they say that the phone is theirs alone. */
  device: 'shared' | 'own';
}

/** Reads number and passphrase of somebody who comes back. */
export function readSignIn(form: URLSearchParams, t: Translate): SignInForm {
  const accessNumber = form.get('number') ?? '';
  const { passphrase, faults } = readPassphrase(form, t);
  const isNumber = accessNumber.trim() !== '' && TypedAccessNumber.safeParse(accessNumber).success;
  const numberFaults = isNumber ? [] : [{ field: 'number', message: t('account.errorNumber') }];
  const device = form.get('own') === 'on' ? 'own' : 'shared';
  return { accessNumber, passphrase, device, faults: [...numberFaults, ...faults] };
}

export interface StaffSignInForm extends PassphraseForm {
  name: string;
}

/** Reads the sign-in of staff. */
export function readStaffSignIn(form: URLSearchParams, t: Translate): StaffSignInForm {
  const name = (form.get('name') ?? '').trim();
  const { passphrase, faults } = readPassphrase(form, t);
  const nameFaults =
    name !== '' && name.length <= 200 ? [] : [{ field: 'name', message: t('care.errorName') }];
  return { name, passphrase, faults: [...nameFaults, ...faults] };
}
