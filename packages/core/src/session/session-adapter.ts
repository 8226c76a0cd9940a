import type { DB } from '@homeward/db';
import { type Kysely, sql } from 'kysely';
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia';
import { type Clock, newId, type Random } from '../kernel/index.ts';
import { type Device, SESSION_LIMITS } from './session-limits.ts';
import { hashToken, isToken } from './token.ts';

/** Whose session it is, as lucia carries it. */
export type SessionOwner =
  | { kind: 'person'; device: 'shared' | 'own' }
  /** `secondFactor`: given in this very request. */
  | { kind: 'staff'; secondFactor: boolean };

export const deviceOf = (owner: SessionOwner): Device => (owner.kind === 'staff' ? 'staff' : owner.device);

/** What a live session tells of the one who is signed in. */
export interface SignedIn {
  /** Our public id of the session; the token is never one. */
  publicId: string;
  personId: string | null;
  staffId: string | null;
  role: 'counsellor' | 'partner-staff' | 'organisation-admin' | 'platform-admin' | null;
  organisationId: string | null;
  kept: boolean;
  confirmed: boolean;
  zone: string | null;
  /** Whether staff have a second factor at all, and whether they gave it in this session. */
  secondFactor: 'none' | 'enrolled' | 'given';
  /** When the session is over without further use; milliseconds since the epoch. */
  endsAt: number;
  /** When they last proved who they are; milliseconds since the epoch. */
  provedAt: number | null;
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
        SELECT * FROM find_session(${hashToken(token)}, ${now()})`.execute(db);
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
      if (!('kind' in attributes)) throw new Error('a session is opened for an owner');
      const device = deviceOf(attributes);
      const { idleMs, absoluteMs } = SESSION_LIMITS[device];
      const isStaff = attributes.kind === 'staff';
      const hasProved = !isStaff || attributes.secondFactor;
      await db
        .insertInto('session')
        .values({
          id: newId({ clock, random }),
          token_hash: hashToken(token),
          ...(isStaff ? { staff_id: userId } : { person_id: userId }),
          device,
          idle: sql`${`${idleMs} milliseconds`}::interval`,
          created_at: now(),
          used_at: now(),
          second_factor_at: isStaff && attributes.secondFactor ? now() : null,
          proved_at: hasProved ? now() : null,
          expires_at: new Date(clock.now() + idleMs),
          ends_at: new Date(clock.now() + absoluteMs),
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
  confirmed: boolean;
  zone: string | null;
  role: SignedIn['role'];
  organisation_id: string | null;
  second_factor_enrolled: boolean;
  second_factor_at: Date | null;
  proved_at: Date | null;
}

const toSignedIn = (row: FoundSession): SignedIn => ({
  publicId: row.id,
  personId: row.person_id,
  staffId: row.staff_id,
  role: row.role,
  organisationId: row.organisation_id,
  kept: row.kept,
  confirmed: row.confirmed,
  zone: row.zone,
  secondFactor: row.second_factor_at !== null ? 'given' : row.second_factor_enrolled ? 'enrolled' : 'none',
  endsAt: row.expires_at.getTime(),
  provedAt: row.proved_at?.getTime() ?? null,
});
