/** Tries that cost nothing: whoever mistypes is not slowed. */
const FREE = 10;
const STEP_MS = 250;
/** A few seconds at most: whoever knows the passphrase always gets in, however many others try. */
const LONGEST_MS = 3000;

/** How long the next try has to wait after so many wrong ones. */
export const waitAfter = (failures: number): number =>
  Math.min(LONGEST_MS, Math.max(0, failures - FREE) * STEP_MS);
