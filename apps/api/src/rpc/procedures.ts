import { rpcRouter } from './router.ts';
import type { Meta } from './trpc.ts';

interface Procedure {
  type: 'query' | 'mutation' | 'subscription';
  meta: Meta;
}

/** Every procedure of this door by its path (`booking.book`), as tRPC finds them. */
export const PROCEDURES: ReadonlyMap<string, Procedure> = new Map(
  Object.entries(asRecord(rpcRouter._def.procedures)).map(([path, { _def }]) => [
    path,
    { type: _def.type, meta: _def.meta ?? {} },
  ]),
);

/** tRPC's types nest what it keeps flat: path by path, each with what it was made of. */
function asRecord(procedures: unknown): Record<string, { _def: { type: Procedure['type']; meta?: Meta } }> {
  return procedures as Record<string, { _def: { type: Procedure['type']; meta?: Meta } }>;
}
