export { forgetSessions } from './forget-sessions.ts';
export { SESSION_LIMITS } from './session-limits.ts';
export { authenticate, endOwnSession, openSession } from './session-store.ts';
export { signOut } from './sign-out.ts';
export { blankSessionCookie } from './token.ts';
