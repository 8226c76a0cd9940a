import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = new URL('../../../../shared/data/', import.meta.url);

/** The path of a real file, which lies beside the repository on some machines. */
export function dataPath(name: string): string {
  return fileURLToPath(new URL(name, shared));
}

export function hasData(name: string): boolean {
  return existsSync(dataPath(name));
}

export const FLORIDA = 'legal-aid-illinois-and-florida/examples/florida_data';
export const MOCK = 'hsds-mock-api';
export const NEW_JERSEY = 'training-nj-etpl/nj_etpl_programs.csv';
export const NEW_JERSEY_MAPPING = fileURLToPath(new URL('../examples/nj-etpl.mapping.json', import.meta.url));
