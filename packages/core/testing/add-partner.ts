import type { KeyScope } from '@homeward/contracts/organisation';
import type { ActorOf, Context } from '../src/kernel/index.ts';
import { authenticateKey, createKey, createOrganisation } from '../src/organisation/index.ts';
import type { World } from './create-world.ts';

export interface Partner {
  organisationId: string;
  /** The key itself, as its developer holds it. */
  key: string;
  context: Context & { actor: ActorOf<'partner-key'> };
}

/** An organisation with a key that may do all, unless the test says otherwise. */
export async function addPartner(
  world: World,
  { name = 'Example Foundation', scopes }: { name?: string; scopes?: KeyScope[] } = {},
): Promise<Partner> {
  const { id: organisationId } = await createOrganisation(world.system, { name, country: 'TH' });
  const { key } = await createKey(world.system, {
    organisationId,
    name: 'Test',
    ...(scopes === undefined ? {} : { scopes }),
  });
  const actor = await authenticateKey(world.visitor, `Bearer ${key}`);
  return { organisationId, key, context: { ...world.as(actor), actor } };
}
