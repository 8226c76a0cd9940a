/**
 * Staff type their name in any case and width; it is stored and looked up in one form. No name has a control character
 * in it: one that was typed or pasted along is nothing, and the database could not even be asked about some.
 */
export const foldSignInName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase();
