import { Detour } from '../../visit/detour.ts';
import type { Visit } from '../../visit/visit.ts';
import { confirmPath } from './next-path.ts';

/** For the page of a form that needs a fresh proof: asks before anything is typed, so that nothing typed is lost. */
export async function requireProved(visit: Visit): Promise<void> {
  const me = await visit.me();
  if ('proved' in me && !me.proved) throw new Detour(await confirmPath(visit));
}
