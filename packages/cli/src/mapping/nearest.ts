/** The word with the fewest differing letters. */
export function nearest(word: string, words: string[]): string {
  const scored = words.map((one) => ({ one, distance: distanceOf(word.toLowerCase(), one.toLowerCase()) }));
  return scored.reduce((best, next) => (next.distance < best.distance ? next : best), {
    one: words[0] ?? '',
    distance: Number.POSITIVE_INFINITY,
  }).one;
}

/** Levenshtein's. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
