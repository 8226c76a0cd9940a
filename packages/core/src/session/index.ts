export { endOtherSessions } from './end-other-sessions.ts';
export { endSession } from './end-session.ts';
export { forgetSessions } from './forget-sessions.ts';
export { listMySessions } from './list-my-sessions.ts';
export { endAllSessions, endOthers } from './own-sessions.ts';
export { authenticate, endOwnSession, openSession, renewSession } from './session-store.ts';
export { signOut } from './sign-out.ts';
export { blankSessionCookie } from './token.ts';
