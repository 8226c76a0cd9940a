import path from 'node:path';
import { count } from '../command/out.ts';
import { checkDrafts } from '../listing/check-drafts.ts';
import { type Draft, nameOf, type Source } from '../listing/draft.ts';
import type { Problems } from '../problem/problem.ts';
import { countryCode } from '../tidy/country.ts';
import { type OpenOptions, openSource } from './open-source.ts';

/** Opens a path and checks what it holds: what is left in `drafts` the portal should take. */
export function readDrafts(file: string, options: OpenOptions, problems: Problems): Source | undefined {
  const source = openSource(file, options, problems);
  if (source === undefined) return undefined;
  if (source.records === 0 && problems.faults.length === 0) {
    problems.fault({
      code: 'not-a-listing',
      file: path.basename(file),
      message: 'nothing in it is a listing of ours or a service of HSDS',
      advice: 'Check that it is the file or folder you mean.',
    });
  }
  return { ...source, drafts: checkDrafts(source.drafts, problems) };
}

/** Gives the drafts that say no country this one, and tells so once. */
export function fillCountry(drafts: Draft[], country: string, why: string, problems: Problems): Draft[] {
  const without = drafts.filter(({ body }) => body.country === undefined);
  const [first] = without;
  if (first === undefined) return drafts;
  problems.notice({
    code: 'assumed',
    file: first.place.file,
    record: nameOf(first),
    message: `${count(without.length, 'record')} without a country; ${why}`,
    advice: 'Give --country if it is another.',
  });
  return drafts.map((draft) =>
    draft.body.country === undefined ? { ...draft, body: { ...draft.body, country } } : draft,
  );
}

/** Tells once that texts without a language were taken as English. */
export function tellAssumedLanguage(source: Source, language: string | undefined, problems: Problems): void {
  const isGuessed = source.format.startsWith('HSDS') && language === undefined;
  const english = source.drafts.filter(({ body }) => 'en' in body.title);
  const [first] = english;
  if (!isGuessed || first === undefined) return;
  problems.notice({
    code: 'assumed',
    file: first.place.file,
    record: nameOf(first),
    message: `${count(english.length, 'record')} with texts in a language that is not said; taken as English`,
    advice: 'Give --language if it is another.',
  });
}

/** The value of --country. */
export function parseCountry(text: string): string | undefined {
  return countryCode(text);
}
