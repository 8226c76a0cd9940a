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

/** Name of the database that Homeward lives in. */
export const databaseName = 'homeward';

/**
 * Makes the two logins and the database where they are missing (a first start may have been killed in between).
 * `homeward_owner` owns the tables and runs migrations; `homeward_server` is what the application signs in as.
 * Neither is a superuser, so that no difference to a PostgreSQL of the operator's own can hide.
 */
export async function ensureLogins(superuser: Connection, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ ...superuser, database: 'postgres' });
  await client.connect();
  try {
    await ensureLogin(client, 'homeward_owner', 'CREATEDB CREATEROLE', passwords.homeward_owner);
    await ensureLogin(client, 'homeward_server', 'NOCREATEDB NOCREATEROLE', passwords.homeward_server);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName} OWNER homeward_owner`);
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

/**
 * Lets the application's login act as the group role `homeward_app`, which the first migration makes.
 * Call after the migrations, as the owner; repeating it changes nothing.
 */
export async function prepareRoles(owner: pg.ClientConfig, login = 'homeward_server'): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const member = await client.query(
      `SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
       WHERE g.rolname = 'homeward_app' AND l.rolname = $1`,
      [login],
    );
    if (member.rowCount === 0) await client.query(`GRANT homeward_app TO ${client.escapeIdentifier(login)}`);
  } finally {
    await client.end();
  }
}
