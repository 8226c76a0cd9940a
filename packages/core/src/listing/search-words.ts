/** More words than anybody types; bounds the work of one search. */
const MOST_WORDS = 12;

/**
 * The words of a search, in NFC: what stands between spaces and invisible characters. A word that stands inside another
 * one asks for nothing more and is left out, and so is what comes after the twelfth.
 */
export function toSearchWords(typed: string): string[] {
  const words = [
    ...new Set(
      typed
        .toWellFormed()
        .normalize('NFC')
        .toLowerCase()
        .split(/[\s\p{C}\p{Z}]+/u),
    ),
  ].filter(Boolean);
  return words
    .filter((word) => !words.some((other) => other !== word && other.includes(word)))
    .slice(0, MOST_WORDS);
}

/** An ILIKE pattern for what contains the word, whatever characters are in it. */
export const toPattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
