const second = 1000;

/** Tells the process to stop. */
export interface Stopping {
  /** Settles when the process is asked to stop. */
  asked: Promise<void>;
  /** Aborts at the same moment. */
  isAsked(): boolean;
}

/**
 * Listens for what asks a process to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the process that
 * started this one. Asked again, or after too long, ends the process at once.
 */
export function listenForStop(): Stopping {
  let askedAt: number | undefined;
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const ask = () => {
    const now = performance.now();
    // Ctrl-C arrives from the terminal, from npm and from our launcher: those are one wish.
    if (askedAt !== undefined && now - askedAt > second) process.exit(1);
    if (askedAt !== undefined) return;
    askedAt = now;
    setTimeout(() => process.exit(1), 45 * second).unref();
    resolve();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  if (process.connected) process.once('disconnect', ask);
  return { asked, isAsked: () => askedAt !== undefined };
}
