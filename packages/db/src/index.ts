export { assertCannotBypass } from './assert-cannot-bypass.ts';
export type { DB } from './generated/schema.ts';
export { isSameDatabase } from './is-same-database.ts';
export { moveKeys } from './keys/move-keys.ts';
export { openKeyStore } from './keys/open-key-store.ts';
export { type DatabasePart, findPendingMigrations, migrate } from './migrate.ts';
export { type Database, openDatabase } from './open-database.ts';
export { type PersonalData, personalData } from './personal-data.ts';
