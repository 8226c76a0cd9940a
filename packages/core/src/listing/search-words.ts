/** More words than anybody types; bounds the work of one search. */
const MOST_WORDS = 12;

/**
 * The words of a search, in NFC: what stands between spaces and invisible characters. A word that stands inside another
 * one asks for nothing more and is left out, and so is what comes after the twelfth.
 */
export function toSearchWords(typed: string): string[] {
  const words = typed
    .toWellFormed()
    .normalize('NFC')
    .split(/[\s\p{C}\p{Z}]+/u);
  // By their small letters; given back as typed, since the database makes its own.
  const distinct = new Map(words.filter((word) => word !== '').map((word) => [word.toLowerCase(), word]));
  return [...distinct]
    .filter(([small]) => ![...distinct.keys()].some((other) => other !== small && other.includes(small)))
    .slice(0, MOST_WORDS)
    .map(([, word]) => word);
}

/** A LIKE pattern for what contains the word, whatever characters are in it. */
export const toPattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
