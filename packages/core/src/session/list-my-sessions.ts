import type { MySession } from '@homeward/contracts/session';
import { z } from 'zod';
import { asSystem, query, toInstant } from '../kernel/index.ts';
import { ownerOf } from './own-sessions.ts';

/** Where the caller is signed in: this device first, then the one that was used last. */
export const listMySessions = query({
  action: 'session.list-mine',
  scope: 'sessions:own',
  input: z.undefined(),
  run: async (tx): Promise<MySession[]> => {
    const { column, id, sessionId } = ownerOf(tx.actor);
    const now = new Date(tx.clock.now());
    const rows = await asSystem(tx, (db) =>
      db
        .selectFrom('session')
        .select(['id', 'device', 'created_at', 'used_at'])
        .where(column, '=', id)
        .where('expires_at', '>', now)
        .where('ends_at', '>', now)
        .orderBy('used_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    );
    const sessions = rows.map((row) => ({
      id: row.id,
      isThis: row.id === sessionId,
      device: row.device as MySession['device'], // the CHECK of the column
      since: toInstant(row.created_at),
      lastUsedAt: toInstant(row.used_at),
    }));
    return sessions.sort((a, b) => Number(b.isThis) - Number(a.isThis));
  },
});
