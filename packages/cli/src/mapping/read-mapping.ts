import { KINDS, type Kind } from '../listing/draft.ts';
import type { Problems } from '../problem/problem.ts';
import { readJson } from '../reading/read-json.ts';
import type { SourceFile } from '../reading/read-text.ts';
import { languageTag } from '../tidy/language.ts';
import { type Mapping, type Rule, type SkipRule, TARGETS, typeOfTarget } from './mapping-format.ts';
import { nearest } from './nearest.ts';

const RULE_MEMBERS = [
  'value',
  'column',
  'columns',
  'join',
  'with',
  'empty',
  'map',
  'otherwise',
  'prefix',
  'suffix',
  'pad',
  'separator',
  'format',
  'decimal',
  'required',
  'onBad',
];
const MEMBERS = ['$schema', 'about', 'kind', 'language', 'delimiter', 'skip', 'fields'];
const NEEDED = ['externalId', 'title', 'description'];

/** A mapping that is whole, or undefined and its faults told. The columns are checked when the CSV is known. */
export function readMapping(
  source: SourceFile,
  kind: Kind | undefined,
  problems: Problems,
): Mapping | undefined {
  const [raw] = readJson(source, problems) ?? [];
  if (raw === undefined) return undefined;
  const before = problems.faults.length;
  const fault = (pointer: string, message: string, advice: string) =>
    problems.fault({ code: 'broken-mapping', file: source.name, pointer, message, advice });
  if (!isObject(raw)) {
    fault('', 'it is not an object', 'See the README for what a mapping is.');
    return undefined;
  }
  for (const name of Object.keys(raw))
    if (!MEMBERS.includes(name))
      fault(`/${name}`, 'there is no such member', `Known are ${MEMBERS.slice(1).join(', ')}.`);
  const said = KINDS.find((one) => one === (kind ?? raw.kind));
  if (said === undefined) fault('/kind', 'the kind is missing', 'Write service, course or job.');
  const language = languageTag(String(raw.language ?? ''));
  if (language === undefined)
    fault('/language', 'the language of the texts is missing', 'Write its tag, such as "en".');
  const fields = isObject(raw.fields) ? toRules(raw.fields, fault) : {};
  for (const target of NEEDED) {
    const isThere = Object.keys(fields).some((name) => name === target || name.startsWith(`${target}.`));
    if (!isThere) fault('/fields', `there is no rule for ${target}`, 'Every listing needs it.');
  }
  const skip = toSkipRules(raw.skip, fault);
  if (said === undefined || language === undefined || problems.faults.length > before) return undefined;
  return {
    kind: said,
    language,
    skip,
    fields,
    ...(typeof raw.delimiter === 'string' ? { delimiter: raw.delimiter } : {}),
  };
}

type Fault = (pointer: string, message: string, advice: string) => void;

function toRules(raw: Record<string, unknown>, fault: Fault): Record<string, Rule> {
  const rules: Record<string, Rule> = {};
  for (const [target, value] of Object.entries(raw)) {
    const pointer = `/fields/${target}`;
    if (typeOfTarget(target) === undefined) {
      fault(
        pointer,
        `there is no ${target} in a listing`,
        `Did you mean ${nearest(target, Object.keys(TARGETS))}?`,
      );
      continue;
    }
    const rule = toRule(value, pointer, fault);
    if (rule !== undefined) rules[target] = rule;
  }
  return rules;
}

function toRule(value: unknown, pointer: string, fault: Fault): Rule | undefined {
  if (typeof value === 'string') return { column: value };
  if (!isObject(value)) {
    fault(pointer, 'a rule is a column’s name or an object', 'See the README for the rules.');
    return undefined;
  }
  for (const name of Object.keys(value))
    if (!RULE_MEMBERS.includes(name))
      fault(
        `${pointer}/${name}`,
        'there is no such member of a rule',
        `Did you mean ${nearest(name, RULE_MEMBERS)}?`,
      );
  const sources = ['value', 'column', 'columns', 'join'].filter((name) => name in value);
  if (sources.length !== 1)
    fault(pointer, 'a rule has exactly one of value, column, columns, join', 'Keep one.');
  const parts = Array.isArray(value.join)
    ? value.join.map((part, index) => toRule(part, `${pointer}/join/${index}`, fault))
    : undefined;
  return {
    ...(value as Rule),
    ...(parts === undefined ? {} : { join: parts.filter((part) => part !== undefined) }),
  };
}

function toSkipRules(raw: unknown, fault: Fault): SkipRule[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    fault('/skip', 'it must be a list', 'See the README for the rules.');
    return [];
  }
  return raw.filter((rule, index): rule is SkipRule => {
    const isWhole =
      isObject(rule) &&
      typeof rule.column === 'string' &&
      typeof rule.because === 'string' &&
      (Array.isArray(rule.is) || Array.isArray(rule.isNot));
    if (!isWhole)
      fault(`/skip/${index}`, 'a skip rule has column, is or isNot (a list), and because', 'Fill them in.');
    return isWhole;
  });
}

/** The columns that a rule reads. */
export function columnsOf(rule: Rule): string[] {
  const joined = (rule.join ?? []).flatMap((part) => (typeof part === 'string' ? [part] : columnsOf(part)));
  return [...[rule.column ?? []].flat(), ...(rule.columns ?? []), ...joined];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
