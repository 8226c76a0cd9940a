// Run as a process of its own by tests that kill it: starts PostgreSQL on the folder given, writes a row, stays.
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/embedded/index.ts';

const [folder = '', word = ''] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ folder });
const client = new pg.Client(postgres.owner);
client.on('error', () => process.exit(1));
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS kept (word text)');
await client.query('INSERT INTO kept VALUES ($1)', [word]);
process.stdout.write(`${JSON.stringify({ node: process.pid, postgres: postgres.pid })}\n`);
process.once('SIGTERM', async () => {
  await client.end();
  await postgres.stop();
});
