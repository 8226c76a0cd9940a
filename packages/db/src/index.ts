export { assertCannotBypass } from './assert-cannot-bypass.ts';
export type { DB } from './generated/schema.ts';
export { findPendingMigrations, migrate } from './migrate.ts';
export { type Database, openDatabase } from './open-database.ts';
