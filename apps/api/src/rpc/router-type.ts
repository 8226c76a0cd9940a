import type { rpcRouter } from './router.ts';

/** What the portal's client is typed by. A type only: no code of the API reaches the portal. */
export type RpcRouter = typeof rpcRouter;
