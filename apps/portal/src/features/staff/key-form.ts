import { CreateOwnKey, type KeyScope } from '@homeward/contracts/organisation';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

export interface KeyForm {
  name: string;
  scopes: KeyScope[];
  faults: Fault[];
}

const SCOPES = [
  ['read', 'listings:read'],
  ['write', 'listings:write'],
] as const;

/** Reads a posted form that makes a key. */
export function readKeyForm(form: URLSearchParams, t: Translate): KeyForm {
  const name = (form.get('name') ?? '').trim().slice(0, 100);
  const scopes = SCOPES.filter(([field]) => form.has(field)).map(([, scope]) => scope);
  const faults: Fault[] = [];
  if (!CreateOwnKey.shape.name.safeParse(name).success)
    faults.push({ field: 'name', message: t('apiKeys.errorName') });
  if (scopes.length === 0) faults.push({ field: 'read', message: t('apiKeys.errorScopes') });
  return { name, scopes, faults };
}
