import type { InputIssue } from '@homeward/contracts/error-code';
import type { UpsertListing } from '@homeward/contracts/listing';

/** A shorter line, or one without a number, is a word like any other: `Jakarta`. */
const SHORTEST_TELLING_LINE = 8;

/** What the shape alone does not show: a language twice, and a hidden address that stands in a text that everybody reads. */
export function findUnfitTexts(input: UpsertListing): InputIssue[] {
  return [...languagesTwice(input), ...addressLeaks(input)];
}

function languagesTwice({ texts }: UpsertListing): InputIssue[] {
  const seen = new Set<string>();
  return texts.flatMap(({ language }, index) => {
    if (seen.has(language)) {
      return [{ pointer: `/texts/${index}/language`, code: 'language-twice', message: 'has a text already' }];
    }
    seen.add(language);
    return [];
  });
}

function addressLeaks({ texts, provider, location }: UpsertListing): InputIssue[] {
  if (location.visibility === 'public' || location.address === undefined) return [];
  const hidden = location.address.lines
    .map(fold)
    .filter((line) => line.length >= SHORTEST_TELLING_LINE && /\p{N}/u.test(line));
  const shown: [pointer: string, text: string | undefined][] = [
    ...texts.flatMap(({ title, description }, index): [string, string][] => [
      [`/texts/${index}/title`, title],
      [`/texts/${index}/description`, description],
    ]),
    ['/provider', provider],
    ['/location/area', location.area],
  ];
  return shown
    .filter(([, text]) => text !== undefined && hidden.some((line) => fold(text).includes(line)))
    .map(([pointer]) => ({
      pointer,
      code: 'address-in-text',
      message: `holds a line of the address, which must not be shown with the visibility ${location.visibility}`,
    }));
}

/** Letters and digits only: neither case nor punctuation hides an address. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
