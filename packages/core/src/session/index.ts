export { forgetSessions } from './forget-sessions.ts';
export { authenticate, endOwnSession, openSession, renewSession } from './session-store.ts';
export { signOut } from './sign-out.ts';
export { blankSessionCookie } from './token.ts';
