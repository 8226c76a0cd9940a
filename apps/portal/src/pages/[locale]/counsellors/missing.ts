import { SayMissing } from '@homeward/contracts/counsellor';
import type { APIRoute } from 'astro';
import { counsellorsPath, readCounsellorFilters } from '../../../features/counsellor/counsellor-query.ts';
import { Refusal } from '../../../visit/refusal.ts';
import { attempt } from '../../../visit/rpc.ts';

/** Says that there is nobody for the wishes in the address. What was said very often is not counted, and that is told. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  const { visit } = locals;
  visit.form();
  const filters = readCounsellorFilters(visit.query);
  const said = await attempt(visit.rpc.counsellor.sayMissing.mutate(SayMissing.strip().parse(filters)), [
    'too-many-requests',
    'unavailable',
  ]);
  const path = counsellorsPath(filters);
  const answer = `said=${said.ok ? 'counted' : 'not-now'}`;
  return redirect(visit.link(`${path}${path.includes('?') ? '&' : '?'}${answer}`), 303);
};

/** A link that somebody kept: there is nothing to see. */
export const GET: APIRoute = () => {
  throw new Refusal('not-found');
};
