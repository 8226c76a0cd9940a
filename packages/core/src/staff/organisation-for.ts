import { type Context, Failure } from '../kernel/index.ts';

/** Which organisation an admin means: an organisation's admin their own only, a platform admin and the operator the one they name. Throws `not-found`. */
export function organisationFor({ actor }: Pick<Context, 'actor'>, named: string | undefined): string {
  const own = 'organisationId' in actor ? actor.organisationId : undefined;
  const isBound = actor.kind === 'organisation-admin';
  const meant = isBound ? own : (named ?? own);
  if (meant === undefined || (isBound && named !== undefined && named !== own))
    throw new Failure('not-found', 'there is no such organisation');
  return meant;
}
