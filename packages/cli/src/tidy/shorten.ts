/** Cuts at a word, with an ellipsis; for texts of ours that only help, never for what a person must read whole. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > maxLength / 2 ? atWord : cut).trimEnd().toWellFormed()}…`;
}

/** Splits a long text into pieces of at most so many characters, by sentences and then by words: nothing is lost. */
export function splitText(text: string, maxLength: number): string[] {
  if (text.length <= maxLength) return [text];
  const pieces: string[] = [];
  for (const word of text.split(/(?<=[.!?;])\s+|\s+/)) {
    const last = pieces.at(-1);
    const endsSentence = last !== undefined && /[.!?;]$/.test(last) && last.length > 40;
    if (last !== undefined && !endsSentence && last.length + 1 + word.length <= maxLength)
      pieces[pieces.length - 1] = `${last} ${word}`;
    else pieces.push(word.slice(0, maxLength));
  }
  return pieces;
}
