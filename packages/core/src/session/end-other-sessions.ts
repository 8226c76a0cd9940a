import { z } from 'zod';
import { command } from '../kernel/index.ts';
import { endOthers } from './own-sessions.ts';

/** Ends every session of the caller but this one. Fine to repeat. */
export const endOtherSessions = command({
  action: 'session.end-others',
  scope: 'sessions:own',
  input: z.undefined(),
  run: (tx) => endOthers(tx),
});
