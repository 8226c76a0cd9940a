import { type Connection, prepareRoles } from '../src/embedded/index.ts';
import { migrate } from '../src/index.ts';

/** Migrates the run's database once: test files copy it (`CREATE DATABASE … TEMPLATE homeward`) instead of migrating again. */
export async function prepareTemplate(owner: Connection): Promise<void> {
  await migrate(owner);
  await prepareRoles(owner);
}
