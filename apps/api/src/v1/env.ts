import type { ActorOf } from '@homeward/core/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiDeps } from '../deps.ts';
import type { RequestIdEnv } from '../request-id.ts';

export interface V1Deps extends ApiDeps {
  /** Under which address the portal is known, such as `https://homeward.example`. Without it, links are relative. */
  origin?: string;
}

/** What the guards of a request leave for its handler. */
export interface V1Env {
  Bindings: RequestIdEnv['Bindings'];
  Variables: RequestIdEnv['Variables'] & {
    actor: ActorOf<'partner-key'>;
    /** The body as it came; empty when none came. */
    bodyText: string;
    origin: string;
    /** What is left for this key, for the answer's headers. */
    rateLimit?: Record<string, string>;
  };
}

export type V1App = OpenAPIHono<V1Env>;
