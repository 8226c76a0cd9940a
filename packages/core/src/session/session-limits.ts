const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whose device it is. `shared` is the default, and forgets soon; `own` is a person's own, by their word. */
export type Device = 'shared' | 'own' | 'staff';

/** How long a session lasts: without use, and at all. (security.md: idle 15 minutes, absolute 12 hours, on a shared phone.) */
export const SESSION_LIMITS = {
  shared: { idleMs: 15 * MINUTE, absoluteMs: 12 * HOUR },
  own: { idleMs: 7 * DAY, absoluteMs: 30 * DAY },
  staff: { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR },
} as const satisfies Record<Device, { idleMs: number; absoluteMs: number }>;

/** For how long somebody counts as having just proved who they are. */
export const PROVED_FOR_MS = 10 * MINUTE;
