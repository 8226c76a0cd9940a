import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

/** Uses the code that came with a new account, if there is one. Whether all is well: the account is there in any case. */
export async function useCode({ rpc }: Visit, code: string): Promise<boolean> {
  if (code.trim() === '') return true;
  return (await attempt(rpc.invitation.redeem.mutate({ code }), ['wrong-code', 'too-many-requests'])).ok;
}
