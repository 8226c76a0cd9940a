import pg from 'pg';
import type { Passwords } from './passwords.ts';

/** What `pg` needs to connect. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** Names of the two databases: people's rows, and the keys to what they wrote. */
export const databaseName = 'homeward';
export const keysDatabaseName = 'homeward_keys';

/**
 * Makes the logins and the databases where they are missing (a first start may have been killed in between).
 * `homeward_owner` owns the tables and runs migrations; the application signs in as `homeward_server` where people's rows
 * are and as `homeward_keys` where their keys are, and neither of these reaches the other's database.
 * None is a superuser, so that no difference to a PostgreSQL of the operator's own can hide.
 */
export async function ensureLogins(superuser: Connection, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ ...superuser, database: 'postgres' });
  await client.connect();
  try {
    await ensureLogin(client, 'homeward_owner', 'CREATEDB CREATEROLE', passwords.homeward_owner);
    await ensureLogin(client, 'homeward_server', 'NOCREATEDB NOCREATEROLE', passwords.homeward_server);
    await ensureLogin(client, 'homeward_keys', 'NOCREATEDB NOCREATEROLE', passwords.homeward_keys);
    await ensureDatabase(client, databaseName, 'homeward_server');
    await ensureDatabase(client, keysDatabaseName, 'homeward_keys');
  } finally {
    await client.end();
  }
}

async function ensureLogin(client: pg.Client, name: string, rights: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  if (found.rowCount !== 0) return;
  await client.query(
    `CREATE ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS ${rights} PASSWORD ${client.escapeLiteral(password)}`,
  );
}

/** A database that nobody but its owner and this login may connect to. */
async function ensureDatabase(client: pg.Client, name: string, login: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER homeward_owner`);
  await client.query(
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${login}`,
  );
}

/**
 * Lets the application's login act as the group role that the first migration of its database makes.
 * Call after the migrations, as the owner; repeating it changes nothing.
 */
export async function prepareRoles(
  owner: pg.ClientConfig,
  login = 'homeward_server',
  group: 'homeward_app' | 'homeward_key_keeper' = 'homeward_app',
): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const member = await client.query(
      `SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
       WHERE g.rolname = $1 AND l.rolname = $2`,
      [group, login],
    );
    if (member.rowCount === 0) await client.query(`GRANT ${group} TO ${client.escapeIdentifier(login)}`);
  } finally {
    await client.end();
  }
}
