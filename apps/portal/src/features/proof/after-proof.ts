import { Detour } from '../../visit/detour.ts';
import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { confirmPath } from './next-path.ts';

/**
 * What the API answers to a deed whose own address shows no page (a file, an answer to a script). Without a fresh proof,
 * leads to give one, and then to the page that the deed belongs to.
 */
export async function afterProof<Value>(visit: Visit, answer: Promise<Value>, page: string): Promise<Value> {
  const tried = await attempt(answer, ['step-up-required']);
  if (tried.ok) return tried.value;
  throw new Detour(await confirmPath(visit, page));
}
