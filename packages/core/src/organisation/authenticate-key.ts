import { KeyScope } from '@homeward/contracts/organisation';
import { sql } from 'kysely';
import { type ActorOf, type Context, Failure } from '../kernel/index.ts';
import { hashApiKey, isApiKey } from './api-key.ts';

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Whom an `Authorization` header stands for. Throws `not-signed-in`, the same for a key that never was, was revoked or
 * has expired. The database is asked only about what has the form of a key, and only for its hash.
 */
export async function authenticateKey(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  authorization: string | undefined,
): Promise<ActorOf<'partner-key'>> {
  const key = BEARER.exec(authorization ?? '')?.[1];
  if (key === undefined || !isApiKey(key)) throw noSuchKey();
  const { rows } = await sql<{ id: string; organisation_id: string; scopes: string[] }>`
    SELECT id, organisation_id, scopes FROM find_api_key(${hashApiKey(key)}, ${new Date(clock.now())})`.execute(
    db,
  );
  const found = rows[0];
  if (found === undefined) throw noSuchKey();
  return {
    kind: 'partner-key',
    keyId: found.id,
    organisationId: found.organisation_id,
    scopes: found.scopes.filter(isKeyScope),
  };
}

const noSuchKey = () =>
  new Failure('not-signed-in', 'this needs a valid API key: send `Authorization: Bearer hw_live_…`');

const isKeyScope = (scope: string): scope is KeyScope => KeyScope.safeParse(scope).success;
