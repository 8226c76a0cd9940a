import type { APIRoute } from 'astro';
import { Refusal } from '../../../visit/refusal.ts';
import { ask } from '../../../visit/rpc.ts';

/** Ends the session and leads to the first page. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  const { visit } = locals;
  visit.form();
  await ask(visit.rpc.session.signOut.mutate());
  return redirect(visit.link('/'), 303);
};

/** A link that somebody kept: there is nothing to see. */
export const GET: APIRoute = () => {
  throw new Refusal('not-found');
};
