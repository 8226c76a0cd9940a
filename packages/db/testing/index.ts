export * from './canary/index.ts';
export { copyDatabase, createTestDatabase, dropDatabase } from './create-test-database.ts';
export { generateTypes, readGenerated, writeGenerated } from './generate-types.ts';
export { startTestPostgres, type TestPostgres } from './start-test-postgres.ts';
