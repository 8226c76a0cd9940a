import type { Closed, Draft, Source } from '../listing/draft.ts';
import type { Problems } from '../problem/problem.ts';
import type { SourceFile } from '../reading/read-text.ts';
import { type ConvertOptions, convertService } from './convert-service.ts';
import { gatherServices } from './gather-services.ts';
import { joinTables } from './join-tables.ts';
import { readTables } from './read-tables.ts';
import { childOf, type HsdsRecord } from './record.ts';

type Options = Omit<ConvertOptions, 'hasOrganizations'>;

/** A folder of HSDS tables (CSV). */
export function readHsdsTables(files: SourceFile[], options: Options, problems: Problems): Source {
  const tables = readTables(files, problems);
  // without services nothing else in the folder matters
  const services = tables.rows.has('service') ? joinTables(tables, problems) : [];
  const hasOrganizations = (tables.rows.get('organization')?.length ?? 0) > 0;
  const converted = convertAll(services, { ...options, hasOrganizations }, problems);
  return { ...converted, format: 'HSDS tables (CSV)', records: converted.records + tables.misfits };
}

/** HSDS JSON that has been parsed, from one file or many. */
export function readHsdsJson(
  files: { file: string; values: unknown[] }[],
  options: Options,
  problems: Problems,
): Source {
  const services = gatherServices(files, problems);
  const hasOrganizations = services.some((service) => childOf(service, 'organization') !== undefined);
  return { format: 'HSDS (JSON)', ...convertAll(services, { ...options, hasOrganizations }, problems) };
}

function convertAll(
  services: HsdsRecord[],
  options: ConvertOptions,
  problems: Problems,
): Omit<Source, 'format'> {
  const drafts: Draft[] = [];
  const closed: Closed[] = [];
  for (const service of services) {
    const converted = convertService(service, options, problems);
    if (converted === undefined) continue;
    if ('closed' in converted) closed.push(converted.closed);
    else drafts.push(converted);
  }
  return { records: services.length, drafts, closed, skipped: 0 };
}
