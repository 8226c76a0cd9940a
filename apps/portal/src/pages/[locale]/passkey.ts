import type { APIRoute } from 'astro';
import { afterProof } from '../../features/proof/after-proof.ts';
import { Refusal } from '../../visit/refusal.ts';
import type { Rpc } from '../../visit/rpc.ts';

const BEGIN: Record<string, (rpc: Rpc) => Promise<unknown>> = {
  add: (rpc) => rpc.passkey.beginAdd.mutate(),
  'sign-in': (rpc) => rpc.passkey.beginSignIn.mutate(),
  prove: (rpc) => rpc.passkey.beginProve.mutate(),
  'staff-add': (rpc) => rpc.secondFactor.beginPasskey.mutate(),
};

/** What a browser needs before a passkey can sign, for the script of `PasskeyButton.astro`. */
export const POST: APIRoute = async ({ locals: { visit } }) => {
  const purpose = visit.form()?.get('purpose') ?? '';
  const begin = Object.hasOwn(BEGIN, purpose) ? BEGIN[purpose] : undefined;
  if (!begin) throw new Refusal('not-found');
  const page = purpose === 'staff-add' ? '/care/set-up' : '/account/passkeys';
  return Response.json(await afterProof(visit, begin(visit.rpc), page));
};

export const GET: APIRoute = () => {
  throw new Refusal('not-found');
};
