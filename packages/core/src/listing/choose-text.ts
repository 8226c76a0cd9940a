import type { ListingText } from '@homeward/contracts/listing';

/**
 * The text for a reader: in their language (`en-GB` will do for `en`), else the original, so that a page can say
 * honestly what it shows. Never a third language that neither the reader nor the writer chose.
 */
export function chooseText(
  texts: readonly ListingText[],
  originalLanguage: string,
  locale: string,
): ListingText {
  const chosen =
    texts.find(({ language }) => language === locale) ??
    texts.find(({ language }) => language.startsWith(`${locale}-`)) ??
    texts.find(({ language }) => language === originalLanguage) ??
    texts[0];
  if (chosen === undefined) throw new RangeError('a listing has at least one text');
  return chosen;
}
