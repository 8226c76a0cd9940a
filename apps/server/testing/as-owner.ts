import path from 'node:path';
import { findRunningPostgres } from '@homeward/db/embedded';
import { Client } from 'pg';

/** How the owner of a running server's database signs in. */
export async function findOwner(dataFolder: string) {
  const found = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  if (!found) throw new Error('the PostgreSQL of the server was not found');
  return found.owner;
}

/** Runs something in a running server's database as its owner, whom no policy holds. */
export async function asOwner<Output>(
  dataFolder: string,
  run: (owner: Client) => Promise<Output>,
): Promise<Output> {
  const owner = new Client(await findOwner(dataFolder));
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}
