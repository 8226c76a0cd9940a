import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const STANDARD = path.join(root, '../shared/data/asvs/OWASP_ASVS_5.0.0_en.flat.json');

/** Chapters that docs/asvs.md answers at level 2, and those that it answers at level 3 (design: sessions, access, cryptography). */
const LEVEL_2 = ['V2', 'V3', 'V4', 'V6', 'V9', 'V14', 'V16'];
const LEVEL_2_SECTIONS = ['V13.2', 'V13.3'];
const LEVEL_3 = ['V7', 'V8', 'V11'];

interface Requirement {
  chapter_id: string;
  section_id: string;
  req_id: string;
  L: '1' | '2' | '3';
}

const ROW = /^\| (\d+\.\d+\.\d+) \| (met|partly|not met|n\/a) \| (.+?) \| (.*?) \|$/;
const rows = readFileSync(path.join(root, 'docs/asvs.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, status, how, proof] = ROW.exec(line) ?? [];
    return id === undefined ? [] : [{ id, status, how, proof }];
  });

describe('docs/asvs.md', () => {
  it.skipIf(!existsSync(STANDARD))('answers each requirement of its chapters once, and no other', () => {
    const { requirements } = JSON.parse(readFileSync(STANDARD, 'utf8')) as { requirements: Requirement[] };
    const wanted = requirements
      .filter(({ chapter_id, section_id, L }) =>
        LEVEL_3.includes(chapter_id)
          ? true
          : L !== '3' && (LEVEL_2.includes(chapter_id) || LEVEL_2_SECTIONS.includes(section_id)),
      )
      .map(({ req_id }) => req_id.slice(1));
    expect(wanted.length).toBeGreaterThan(100);
    expect(rows.map(({ id }) => id).sort()).toEqual(wanted.sort());
  });

  it('names a file or a test for whatever is met', () => {
    expect(rows.length).toBeGreaterThan(100);
    for (const { id, status, proof } of rows)
      if (status === 'met' || status === 'partly') expect(proof, id).toMatch(/`[\w./-]+`/);
  });

  it('says why where something is not met in full or does not apply', () => {
    for (const { id, status, how } of rows) if (status !== 'met') expect(how, id).toMatch(/\w{2,}.*\w{2,}/);
  });
});
