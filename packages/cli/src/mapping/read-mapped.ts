import type { Body, Draft, Source } from '../listing/draft.ts';
import type { Place, Problems } from '../problem/problem.ts';
import { type CsvRow, readCsv } from '../reading/read-csv.ts';
import type { SourceFile } from '../reading/read-text.ts';
import { whyHidden } from '../tidy/hidden-place.ts';
import { privateFlagOf } from '../tidy/private-flag.ts';
import { applyRule } from './apply-rule.ts';
import { type Mapping, typeOfTarget } from './mapping-format.ts';
import { nearest } from './nearest.ts';
import { columnsOf } from './read-mapping.ts';

/** A CSV through a mapping. Rows with faults are told and left out. */
export function readMapped(
  source: SourceFile,
  mapping: Mapping,
  mappingFile: string,
  problems: Problems,
): Source | undefined {
  const table = readCsv(source, problems, mapping.delimiter);
  if (table === undefined) return undefined;
  if (!hasColumns(table.columns, mapping, mappingFile, table.file, problems)) return undefined;

  const drafts: Draft[] = [];
  let skipped = 0;
  for (const row of table.rows) {
    if (isSkipped(row, mapping)) skipped++;
    else {
      const draft = toDraft(table.file, row, mapping, problems);
      if (draft !== undefined) drafts.push(draft);
    }
  }
  return {
    format: `CSV through ${mappingFile}`,
    records: table.rows.length + table.misfits,
    drafts,
    closed: [],
    skipped,
  };
}

function hasColumns(
  columns: string[],
  mapping: Mapping,
  file: string,
  csv: string,
  problems: Problems,
): boolean {
  const used = [
    ...Object.entries(mapping.fields).flatMap(([target, rule]) =>
      columnsOf(rule).map((column) => ({ column, pointer: `/fields/${target}` })),
    ),
    ...mapping.skip.map(({ column }, index) => ({ column, pointer: `/skip/${index}` })),
  ];
  const missing = used.filter(({ column }) => !columns.includes(column));
  for (const { column, pointer } of missing) {
    problems.fault({
      code: 'broken-mapping',
      file,
      pointer,
      message: `${csv} has no column “${column}”`,
      advice: `Did you mean “${nearest(column, columns)}”?`,
    });
  }
  return missing.length === 0;
}

function isSkipped(row: CsvRow, mapping: Mapping): boolean {
  return mapping.skip.some(({ column, is, isNot }) => {
    const cell = row.cells[column]?.trim().toLowerCase() ?? '';
    const among = (words: string[]) => words.some((word) => word.toLowerCase() === cell);
    return (is !== undefined && among(is)) || (isNot !== undefined && !among(isNot));
  });
}

function toDraft(file: string, row: CsvRow, mapping: Mapping, problems: Problems): Draft | undefined {
  const place: Place = { file, line: row.line };
  const values = new Map<string, unknown>();
  const sources = new Map<string, Place>();
  const title = mapping.fields.title ?? mapping.fields[`title.${mapping.language}`];
  const named = title === undefined ? undefined : applyRule(row, title, 'text').value;
  const record = named !== undefined && 'value' in named ? String(named.value) : undefined;
  let isWhole = true;

  for (const [target, rule] of Object.entries(mapping.fields)) {
    const type = typeOfTarget(target) ?? 'text';
    const { value, column } = applyRule(row, rule, type);
    const at = { ...place, ...(column === undefined ? {} : { field: column }) };
    sources.set(pointerOf(target, mapping.language), at);
    if ('value' in value) values.set(target, value.value);
    else if ('nothing' in value) {
      const isNeeded =
        rule.required === true ||
        target === 'externalId' ||
        target.startsWith('title') ||
        target.startsWith('description');
      if (!isNeeded) continue;
      problems.fault({
        code: target === 'externalId' ? 'no-id' : 'empty-value',
        ...at,
        record,
        message: 'it is empty',
        advice: `Every listing needs its ${target}.`,
      });
      isWhole = false;
    } else if (rule.onBad === 'leave-out' || value.isContact) {
      problems.notice({
        code: 'left-out-value',
        ...at,
        record,
        message: `${value.bad}, so it is left out`,
        advice: 'Correct it in your system.',
      });
    } else {
      problems.fault({
        code: value.code,
        ...at,
        record,
        message: value.bad,
        advice: 'Correct it, or say in the mapping what it means.',
      });
      isWhole = false;
    }
  }
  const body = toBody(values, mapping);
  if (!isWhole || !guardPlace(body, row, place, record, problems)) return undefined;
  return {
    kind: mapping.kind,
    externalId: String(values.get('externalId') ?? ''),
    body,
    place,
    sourceOf: (pointer) => sources.get(pointer),
  };
}

function pointerOf(target: string, language: string): string {
  return `/${(target === 'title' || target === 'description' ? `${target}.${language}` : target).replaceAll('.', '/')}`;
}

/** Dotted targets -> the body of /v1, with what follows from them: the kind of a cost, the visibility of a place. */
function toBody(values: Map<string, unknown>, mapping: Mapping): Body {
  const body: Record<string, unknown> = {};
  for (const [target, value] of values) {
    if (target === 'externalId') continue;
    const path = pointerOf(target, mapping.language).slice(1).split('/');
    const last = path.pop() ?? '';
    let at = body;
    for (const name of path) {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at[last] = value;
  }
  const { cost, papers, location, job } = body as {
    cost?: Record<string, unknown>;
    papers?: Record<string, unknown>;
    location?: Record<string, unknown>;
    job?: Record<string, unknown>;
  };
  if (cost !== undefined && cost.kind === undefined)
    body.cost =
      cost.amount === undefined && cost.note === undefined
        ? { kind: 'unknown' }
        : { kind: 'paid', ...(cost.amount === undefined ? { note: cost.note } : cost) };
  if (papers !== undefined && papers.kind === undefined) papers.kind = 'listed';
  if (job?.pay !== undefined && (job.pay as Record<string, unknown>).minimum === undefined) delete job.pay;
  const place = location ?? {};
  const address = place.address as { lines?: unknown } | undefined;
  if (address !== undefined && address.lines === undefined) delete place.address;
  place.visibility ??= place.address === undefined ? 'area' : 'public';
  body.location = place;
  return body as unknown as Body;
}

/** A private flag with an address is refused; a place that should not be found goes without its address. */
function guardPlace(
  body: Body,
  row: CsvRow,
  place: Place,
  record: string | undefined,
  problems: Problems,
): boolean {
  const flag = privateFlagOf(row.cells);
  const { address, ...rest } = body.location;
  if (flag !== undefined && address !== undefined) {
    problems.fault({
      code: 'private-address',
      ...place,
      field: flag,
      record,
      message: `${flag} says that the place is private, and its address is still in the row`,
      advice: 'Take the address out of the export; this row was not sent.',
    });
    return false;
  }
  const why =
    flag === undefined
      ? whyHidden([...Object.values(body.title), body.provider ?? ''], Object.values(body.description))
      : undefined;
  if (flag === undefined && (why === undefined || rest.visibility === 'contact-first')) return true;
  body.location = { ...rest, visibility: 'contact-first' };
  if (why !== undefined)
    problems.notice({
      code: 'kept-hidden',
      ...place,
      record,
      message: `it looks like a place that must not be found (${why}), so it is published as “contact first”, without any address`,
      advice: 'Nothing to do; publish it through the API if it may be found.',
    });
  return true;
}
