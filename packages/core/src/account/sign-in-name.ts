/** Staff type their name in any case and width; it is stored and looked up in one form. */
export const foldSignInName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
