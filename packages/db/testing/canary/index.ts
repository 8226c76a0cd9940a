export { canary, canaryDigits, canaryEmail, canaryPhone, MARKS } from './canary.ts';
export { openFinder } from './open-finder.ts';
export { searchDatabase } from './search-database.ts';
export { searchFolder } from './search-folder.ts';
