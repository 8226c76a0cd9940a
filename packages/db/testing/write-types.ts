// `npm run db:types`: writes the Kysely types of the migrated schema.
import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { generateTypes, writeGenerated } from './generate-types.ts';
import { startTestPostgres } from './start-test-postgres.ts';

const { owner, stop } = await startTestPostgres();
try {
  await writeGenerated(await generateTypes(new PostgresDialect({ pool: new Pool(owner) })));
} finally {
  await stop();
}
