import type { DB } from '@homeward/db';
import { type Kysely, sql } from 'kysely';
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia';
import { type Clock, newId, type Random } from '../kernel/index.ts';
import { SESSION_LIMITS } from './session-limits.ts';
import { hashToken, isToken } from './token.ts';

/** Whose session it is, as lucia carries it. */
export interface SessionOwner {
  kind: 'person' | 'staff';
}

/** What a live session tells of the one who is signed in. */
export interface SignedIn {
  /** Our public id of the session; the token is never one. */
  publicId: string;
  personId: string | null;
  staffId: string | null;
  role: 'counsellor' | 'partner-staff' | 'admin' | null;
  organisationId: string | null;
  kept: boolean;
  zone: string | null;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ signedIn: SignedIn | undefined }>;
    UserId: string;
    DatabaseSessionAttributes: SessionOwner | SignedIn;
  }
}

interface Given {
  db: Kysely<DB>;
  clock: Clock;
  random: Random;
}

/**
 * Lucia's adapter over table `session`. It stores hashes only, checks the token's form first, and adds an absolute limit.
 * Lucia reads the machine's clock, we read ours: limits are kept by the database under our clock, lucia is told what is left.
 */
export function sessionAdapter({ db, clock, random }: Given): Adapter {
  const now = () => new Date(clock.now());
  return {
    async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      if (!isToken(token)) return [null, null];
      const { rows } = await sql<FoundSession>`
        SELECT * FROM find_session(${hashToken(token)}, ${now()}, ${`${SESSION_LIMITS.idleMs} milliseconds`}::interval)`.execute(
        db,
      );
      const row = rows[0];
      const userId = row?.person_id ?? row?.staff_id;
      if (row === undefined || userId == null) return [null, null];
      const expiresAt = new Date(Date.now() + row.expires_at.getTime() - clock.now());
      return [
        { id: token, userId, expiresAt, attributes: toSignedIn(row) },
        { id: userId, attributes: {} },
      ];
    },
    async setSession({ id: token, userId, attributes }) {
      const owner =
        'kind' in attributes && attributes.kind === 'person' ? { person_id: userId } : { staff_id: userId };
      await db
        .insertInto('session')
        .values({
          id: newId({ clock, random }),
          token_hash: hashToken(token),
          ...owner,
          created_at: now(),
          expires_at: new Date(clock.now() + SESSION_LIMITS.idleMs),
          ends_at: new Date(clock.now() + SESSION_LIMITS.absoluteMs),
        })
        .execute();
    },
    // The look-up has moved the idle limit on already.
    updateSessionExpiration: async () => undefined,
    async deleteSession(token) {
      await db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute();
    },
    async getUserSessions() {
      throw new Error('sessions are listed and ended by their public id, not by lucia');
    },
    async deleteUserSessions(userId) {
      await db
        .deleteFrom('session')
        .where((where) => where.or([where('person_id', '=', userId), where('staff_id', '=', userId)]))
        .execute();
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expires_at', '<=', now()).execute();
    },
  };
}

interface FoundSession {
  id: string;
  person_id: string | null;
  staff_id: string | null;
  expires_at: Date;
  kept: boolean;
  zone: string | null;
  role: SignedIn['role'];
  organisation_id: string | null;
}

const toSignedIn = (row: FoundSession): SignedIn => ({
  publicId: row.id,
  personId: row.person_id,
  staffId: row.staff_id,
  role: row.role,
  organisationId: row.organisation_id,
  kept: row.kept,
  zone: row.zone,
});
