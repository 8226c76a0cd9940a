const MOST = 200;

/**
 * The first sentences of a description, in one line of at most about 200 characters. A first sentence that is longer is
 * cut between two words, in scripts without spaces too, and ends with `…`.
 */
export function summarise(description: string, language: string): string {
  const text = description.replaceAll(/\s+/gu, ' ').trim();
  if (text.length <= MOST) return text;
  return (
    firstParts(text, language, 'sentence', MOST) ||
    `${firstParts(text, language, 'word', MOST - 1) || firstParts(text, language, 'grapheme', MOST - 1)}…`
  );
}

/** As many whole parts from the start as fit. */
function firstParts(
  text: string,
  language: string,
  granularity: 'sentence' | 'word' | 'grapheme',
  most: number,
): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity }).segment(text)) {
    if (text.slice(0, index + segment.length).trimEnd().length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}
