import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkVector, parseVectors } from '../src/index.ts';
import { oracleSlots } from './oracle.ts';

const folder = new URL('../vectors/', import.meta.url);

describe.each(readdirSync(folder))('%s', (file) => {
  const read = parseVectors(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  if ('fault' in read) throw new Error(read.fault);

  it.each(read.vectors)('$name', (vector) => {
    expect(checkVector(vector)).toBeNull();
  });

  it.each(read.vectors)('the slow implementation agrees: $name', (vector) => {
    expect(oracleSlots(vector.availability, vector)).toEqual(vector.slots);
  });
});
