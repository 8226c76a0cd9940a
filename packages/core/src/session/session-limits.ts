const MINUTE = 60_000;

/** How long a session lasts: without use, and at all. (security.md: idle 15 minutes, absolute 12 hours.) */
export const SESSION_LIMITS = { idleMs: 15 * MINUTE, absoluteMs: 12 * 60 * MINUTE } as const;
