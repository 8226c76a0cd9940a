import type { ActorOf, Context } from '@homeward/core/kernel';

/** What this door needs: a context without an actor, and the address under which the portal is known. */
export interface V1Deps extends Omit<Context, 'actor'> {
  /** Such as `https://homeward.example`; no slash at its end. */
  origin: string;
  /** Told of every failure that nobody expected. The caller learns only the request id. */
  onUnexpected?: (error: unknown, requestId: string) => void;
}

/** What the guards of a request leave for its handler. */
export interface V1Env {
  Variables: {
    requestId: string;
    origin: string;
    actor: ActorOf<'partner-key'>;
    /** The body as it came; empty when none came. */
    bodyText: string;
  };
}
