import type { CsvRow } from '../reading/read-csv.ts';
import type { Rule, ValueType } from './mapping-format.ts';
import { readValue, type Value } from './read-value.ts';

/** What a rule makes of a row, and the column it came from. */
export function applyRule(row: CsvRow, rule: Rule, type: ValueType): { value: Value; column?: string } {
  if ('value' in rule) return { value: { value: rule.value } };
  if (rule.columns !== undefined) {
    const cells = rule.columns.map((column) => cellOf(row, column, rule)).filter((cell) => cell !== '');
    return { value: cells.length === 0 ? { nothing: true } : { value: cells }, ...named(rule.columns[0]) };
  }
  if (rule.join !== undefined) {
    const parts = rule.join
      .map((part) => textOf(row, typeof part === 'string' ? { column: part } : part))
      .filter((text) => text !== '');
    const text = parts.length === 0 ? '' : dress(parts.join(rule.with ?? ' '), rule);
    const [first] = rule.join;
    return {
      value: text === '' ? { nothing: true } : readValue(text, type, rule),
      ...named(typeof first === 'string' ? first : [first?.column ?? []].flat()[0]),
    };
  }
  const columns = [rule.column ?? []].flat();
  const column = columns.find((name) => cellOf(row, name, rule) !== '') ?? columns[0];
  const cell = column === undefined ? '' : cellOf(row, column, rule);
  if (cell === '') return { value: { nothing: true }, ...named(column) };
  const mapped =
    rule.map === undefined
      ? undefined
      : Object.entries(rule.map).find(([from]) => from.toLowerCase() === cell.toLowerCase());
  if (mapped !== undefined)
    return { value: mapped[1] === null ? { nothing: true } : { value: mapped[1] }, ...named(column) };
  if (rule.otherwise !== undefined)
    return {
      value: rule.otherwise === null ? { nothing: true } : { value: rule.otherwise },
      ...named(column),
    };
  if (rule.map !== undefined)
    return { value: { bad: `“${cell}” is not in the mapping’s map`, code: 'bad-value' }, ...named(column) };
  return { value: readValue(dress(cell, rule), type, rule), ...named(column) };
}

/** One part of a joined text. */
function textOf(row: CsvRow, rule: Rule): string {
  if (rule.join !== undefined) {
    const parts = rule.join
      .map((part) => textOf(row, typeof part === 'string' ? { column: part } : part))
      .filter((text) => text !== '');
    return parts.length === 0 ? '' : dress(parts.join(rule.with ?? ' '), rule);
  }
  if (typeof rule.value === 'string') return rule.value;
  const cell =
    [rule.column ?? []]
      .flat()
      .map((column) => cellOf(row, column, rule))
      .find((text) => text !== '') ?? '';
  const mapped = Object.entries(rule.map ?? {}).find(
    ([from]) => from.toLowerCase() === cell.toLowerCase(),
  )?.[1];
  const text = mapped === undefined ? cell : String(mapped ?? '');
  return text === '' ? '' : dress(text, rule);
}

function cellOf(row: CsvRow, column: string, rule: Rule): string {
  const cell = row.cells[column]?.trim() ?? '';
  return (rule.empty ?? []).some((empty) => empty.toLowerCase() === cell.toLowerCase()) ? '' : cell;
}

function dress(text: string, rule: Rule): string {
  return `${rule.prefix ?? ''}${rule.pad === undefined ? text : text.padStart(rule.pad, '0')}${rule.suffix ?? ''}`;
}

function named(column: string | undefined): { column?: string } {
  return column === undefined ? {} : { column };
}
