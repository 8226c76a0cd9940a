import { isDate } from '../listing/check-schema.ts';
import type { ProblemCode } from '../problem/problem.ts';
import { isNothing, tidyEmail, tidyPhone, tidyUrl } from '../tidy/contact.ts';
import { countryCode } from '../tidy/country.ts';
import { languageTag } from '../tidy/language.ts';
import { plainLine, plainText } from '../tidy/plain-text.ts';
import type { Rule, ValueType } from './mapping-format.ts';

/** A cell's value; nothing; or why it can not be read. */
export type Value =
  | { value: unknown }
  | { nothing: true }
  | { bad: string; code: ProblemCode; isContact?: boolean };

const NOTHING: Value = { nothing: true };

/** Reads a text as the type of its target. */
export function readValue(text: string, type: ValueType, rule: Rule): Value {
  switch (type) {
    case 'text':
      return some(plainLine(text));
    case 'paragraphs':
      return some(plainText(text));
    case 'number':
      return readNumber(text, rule.decimal ?? '.');
    case 'boolean':
      return readBoolean(text);
    case 'date':
      return readDate(text, rule.format ?? 'y-m-d');
    case 'list':
      return some(
        text
          .split(rule.separator ?? ';')
          .map((item) => plainLine(item))
          .filter((item) => item !== ''),
      );
    case 'languages':
      return readLanguages(text);
    case 'country':
      return found(countryCode(text), `“${text}” is no country that is known here`, 'bad-value');
    case 'url':
      return isNothing(text)
        ? NOTHING
        : found(tidyUrl(text), `“${text}” is not an address on the web`, 'bad-value', true);
    case 'email':
      return isNothing(text)
        ? NOTHING
        : found(tidyEmail(text), `“${text}” is not an e-mail address`, 'bad-value', true);
    case 'phone':
      return isNothing(text)
        ? NOTHING
        : found(tidyPhone(text), `“${text}” is not a phone number`, 'bad-value', true);
  }
}

function some(value: string | string[]): Value {
  return value.length === 0 ? NOTHING : { value };
}

function found(value: unknown, bad: string, code: ProblemCode, isContact = false): Value {
  return value === undefined ? { bad, code, isContact } : { value };
}

function readNumber(text: string, decimal: '.' | ','): Value {
  const bare = text.trim().replace(/^[\p{Sc}\s]+|[\p{Sc}\s]+$/gu, '');
  const thousands = decimal === '.' ? ',' : '.';
  const digits = new RegExp(`^-?(\\d+|\\d{1,3}([\\${thousands}\u00a0 ]\\d{3})+)(\\${decimal}\\d+)?$`);
  const plain = bare
    .replaceAll(thousands, '')
    .replace(/[\u00a0 ]/g, '')
    .replace(decimal, '.');
  return digits.test(bare)
    ? { value: Number(plain) }
    : { bad: `“${text}” is not a number`, code: 'bad-number' };
}

function readBoolean(text: string): Value {
  if (/^(1|y|yes|t|true|x|on)$/i.test(text.trim())) return { value: true };
  if (/^(0|n|no|f|false|off)$/i.test(text.trim())) return { value: false };
  return { bad: `“${text}” is neither yes nor no`, code: 'bad-value' };
}

function readDate(text: string, format: string): Value {
  const parts = /^(\d+)[-/. ](\d+)[-/. ](\d+)([T ].*)?$/.exec(text.trim());
  const order = format.split(/[-/.]/);
  const part = (name: string) => parts?.[order.indexOf(name) + 1] ?? '';
  const date = `${part('y').padStart(4, '0')}-${part('m').padStart(2, '0')}-${part('d').padStart(2, '0')}`;
  // a year of two digits could be of any century
  return part('y').length === 4 && isDate(date)
    ? { value: date }
    : { bad: `“${text}” is not a date of the form ${format}`, code: 'bad-date' };
}

function readLanguages(text: string): Value {
  const names = text
    .split(/[;,/|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const tags = names.map(languageTag);
  const unknown = names.find((_, index) => tags[index] === undefined);
  return unknown === undefined
    ? some(tags.filter((tag) => tag !== undefined))
    : { bad: `“${unknown}” is no language that is known here`, code: 'bad-value' };
}
