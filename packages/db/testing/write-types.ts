// `npm run db:types`: writes the Kysely types of the migrated schema.
import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { generateTypes, writeGenerated } from './generate-types.ts';
import { startTestPostgres } from './start-test-postgres.ts';

const { owner, stop } = await startTestPostgres();
const pool = new Pool(owner);
// PostgreSQL stops while the pool's connections still say goodbye.
pool.on('error', () => undefined);
try {
  await writeGenerated(await generateTypes(new PostgresDialect({ pool })));
} finally {
  await stop();
}
