import { Client, type ClientConfig } from 'pg';

/** Whether two logins lead to one and the same database, by whatever addresses. */
export async function isSameDatabase(one: ClientConfig, other: ClientConfig): Promise<boolean> {
  const [first, second] = await Promise.all([identityOf(one), identityOf(other)]);
  return first === second;
}

async function identityOf(login: ClientConfig): Promise<string> {
  const client = new Client(login);
  await client.connect();
  try {
    const { rows } = await client.query<{ identity: string }>(
      `SELECT c.system_identifier || '/' || d.oid AS identity FROM pg_control_system() c, pg_database d WHERE d.datname = current_database()`,
    );
    return rows[0]?.identity ?? '';
  } finally {
    await client.end();
  }
}
