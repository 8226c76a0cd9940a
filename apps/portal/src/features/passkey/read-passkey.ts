import { NewPasskeyAnswer, PasskeyAnswer } from '@homeward/contracts/passkey';

/** The signature that a passkey put into a form; undefined when there is none in it, or no such thing. */
export const readPasskey = (form: URLSearchParams): PasskeyAnswer | undefined =>
  PasskeyAnswer.safeParse(readJson(form)).data;

/** The new passkey in a form. */
export const readNewPasskey = (form: URLSearchParams): NewPasskeyAnswer | undefined =>
  NewPasskeyAnswer.safeParse(readJson(form)).data;

function readJson(form: URLSearchParams): unknown {
  try {
    return JSON.parse(form.get('passkey') ?? '');
  } catch {
    return undefined;
  }
}
