import { NewPasskeyAnswer, PasskeyAnswer } from '@homeward/contracts/passkey';

/** The signature that a passkey put into a form; undefined when there is none in it, or no such thing. */
export const readPasskey = (form: URLSearchParams): PasskeyAnswer | undefined =>
  parsePasskey(form.get('passkey') ?? '');

/** The same of what stood in the field. */
export const parsePasskey = (text: string): PasskeyAnswer | undefined =>
  PasskeyAnswer.safeParse(readJson(text)).data;

/** The new passkey in a form. */
export const readNewPasskey = (form: URLSearchParams): NewPasskeyAnswer | undefined =>
  NewPasskeyAnswer.safeParse(readJson(form.get('passkey') ?? '')).data;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
