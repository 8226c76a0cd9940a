import { SessionById } from '@homeward/contracts/session';
import { asSystem, command, Failure } from '../kernel/index.ts';
import { ownerOf } from './own-sessions.ts';

/** Ends one of the caller's sessions. Throws `not-found`, the same for another's and for none. */
export const endSession = command({
  action: 'session.end',
  scope: 'sessions:own',
  input: SessionById,
  run: async (tx, { id }) => {
    const owner = ownerOf(tx.actor);
    const ended = await asSystem(tx, (db) =>
      db.deleteFrom('session').where('id', '=', id).where(owner.column, '=', owner.id).executeTakeFirst(),
    );
    if (ended.numDeletedRows === 0n) throw new Failure('not-found', 'there is no such session');
  },
});
