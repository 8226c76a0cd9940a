import { Detour } from '../../visit/detour.ts';
import { attempt } from '../../visit/rpc.ts';

/** What the API answers to a deed that needs a fresh proof of who is here. Without one, leads to give it, and then back to this path. */
export async function afterProof<Value>(answer: Promise<Value>, back: string): Promise<Value> {
  const tried = await attempt(answer, ['step-up-required']);
  if (tried.ok) return tried.value;
  throw new Detour(`/account/confirm?next=${encodeURIComponent(back)}`);
}
