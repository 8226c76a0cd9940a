import { randomBytes, randomInt } from 'node:crypto';

/** No word of any language, no base of any encoding: where these letters stand, a test wrote them. */
const TEXT_MARK = 'zqkanarixvw';
/** The same for what takes digits only. */
const DIGITS_MARK = '70931872465';

/** The marks that every dump, log and data folder of a test run is searched for. */
export const MARKS: readonly string[] = [TEXT_MARK, DIGITS_MARK];

/**
 * A personal value for a test: unique, one line, more than 8 and fewer than 40 characters, and good as a name, a
 * passphrase or a code word. `name` says which value it is where it turns up. Wherever it is found after the test, the run fails.
 */
export const canary = (name: string): string => `${TEXT_MARK} ${name} ${randomBytes(4).toString('hex')}`;

/** The same of digits only, with a digit that is not zero at its start: 15 of them, as the longest phone number has. */
export const canaryDigits = (): string => DIGITS_MARK + String(randomInt(10_000)).padStart(4, '0');

/** The same as a phone number (E.164). */
export const canaryPhone = (): string => `+${canaryDigits()}`;

/** The same as an e-mail address, under a name that nobody can own. */
export const canaryEmail = (name: string): string =>
  `${TEXT_MARK}.${name}.${randomBytes(4).toString('hex')}@example.org`;
