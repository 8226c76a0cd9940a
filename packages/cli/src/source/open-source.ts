import path from 'node:path';
import { readHsdsJson, readHsdsTables } from '../hsds/read-hsds.ts';
import { tableOf } from '../hsds/table-names.ts';
import type { Kind, Source } from '../listing/draft.ts';
import { readMapped } from '../mapping/read-mapped.ts';
import { readMapping } from '../mapping/read-mapping.ts';
import { isOwn, readOwn } from '../own/read-own.ts';
import type { Problems } from '../problem/problem.ts';
import { readJson } from '../reading/read-json.ts';
import { readText, type SourceFile } from '../reading/read-text.ts';
import { findFiles, isFolder } from './find-files.ts';

export interface OpenOptions {
  kind: Kind | undefined;
  /** Of the texts, for files that do not say. */
  language: string | undefined;
  /** The path of a column mapping. */
  map: string | undefined;
  /** `2026-11-24`. */
  today: string;
}

/** Reads whatever a path is: our JSON, HSDS as JSON or as tables, or any CSV with a mapping. Undefined when it is none. */
export function openSource(given: string, options: OpenOptions, problems: Problems): Source | undefined {
  const source = { path: given, name: path.basename(given) };
  const hsds = { kind: options.kind ?? 'service', language: options.language, today: options.today };
  if (options.kind === 'job' && isFolder(given)) {
    problems.fault({
      code: 'bad-value',
      file: source.name,
      message: 'HSDS has services, which can not be published as jobs',
      advice: 'Leave --kind out.',
    });
    return undefined;
  }
  if (isFolder(given)) return openFolder(given, hsds, options, problems);
  if (/\.(json|ndjson|jsonl)$/i.test(given)) {
    const values = readJson(source, problems);
    if (values === undefined) return undefined;
    return isOwn(values)
      ? readOwn(source.name, values, options.kind, problems)
      : readHsdsJson([{ file: source.name, values }], hsds, problems);
  }
  return openCsv(source, options, problems);
}

function openFolder(
  folder: string,
  hsds: Parameters<typeof readHsdsTables>[1],
  options: OpenOptions,
  problems: Problems,
): Source | undefined {
  const files = findFiles(folder, ['.csv', '.json', '.ndjson', '.jsonl']);
  const isTable = ({ name }: SourceFile) =>
    /\.csv$/i.test(name) && tableOf(path.posix.basename(name)) !== undefined;
  const services = files.find(
    (file) => isTable(file) && tableOf(path.posix.basename(file.name)) === 'service',
  );
  if (services !== undefined) {
    const at = path.posix.dirname(services.name);
    return readHsdsTables(
      files.filter((file) => isTable(file) && path.posix.dirname(file.name) === at),
      hsds,
      problems,
    );
  }
  const jsons = files
    .filter(({ name }) => !/\.csv$/i.test(name))
    .map((file) => ({ file: file.name, values: readJson(file, problems) ?? [] }));
  if (jsons.length === 0) {
    problems.fault({
      code: 'unreadable-file',
      file: path.basename(folder),
      message: 'the folder has neither a services.csv nor JSON files',
      advice: 'Give the folder that holds them.',
    });
    return undefined;
  }
  const own = jsons.filter(({ values }) => isOwn(values));
  if (own.length === 0) return readHsdsJson(jsons, hsds, problems);
  const sources = own.map(({ file, values }) => readOwn(file, values, options.kind, problems));
  return {
    format: 'Homeward listings (JSON)',
    records: sources.reduce((sum, one) => sum + one.records, 0),
    drafts: sources.flatMap((one) => one.drafts),
    closed: [],
    skipped: 0,
  };
}

function openCsv(source: SourceFile, options: OpenOptions, problems: Problems): Source | undefined {
  if (options.map === undefined) {
    // a file that is no text, or not there, is told as that first
    if (readText(source, problems) === undefined) return undefined;
    const isHsds = tableOf(source.name) !== undefined;
    problems.fault({
      code: 'unreadable-file',
      file: source.name,
      message: isHsds ? 'one table of HSDS is not enough' : 'nothing says what its columns mean',
      advice: isHsds
        ? 'Give the folder that holds all its tables.'
        : 'Give --map MAPPING.json; examples/ of this package has one.',
    });
    return undefined;
  }
  const mapping = readMapping(
    { path: options.map, name: path.basename(options.map) },
    options.kind,
    problems,
  );
  return mapping === undefined
    ? undefined
    : readMapped(source, mapping, path.basename(options.map), problems);
}
