import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import type { Fault } from '../form/fault.ts';
import { parsePasskey } from '../passkey/read-passkey.ts';
import { type GivenProof, PROOF } from './proof-form.ts';

/** What a posted form came to that carries a proof. */
export type ProofGiven =
  /** The form can go on to its own page. */
  | { ok: true }
  /** To be asked again, with this status. */
  | { ok: false; status: 422 | 429; faults: Fault[]; shown: boolean };

/** Shows the API the proof that was taken out of a form. Whoever is not signed in any more is told so by the form's own page. */
export async function giveProof(visit: Visit, proof: GivenProof): Promise<ProofGiven> {
  if (proof.show) return { ok: false, status: 422, faults: [], shown: true };
  const { rpc, t } = visit;
  const me = await visit.me();
  const byPassphrase = me.kind === 'person';
  const passkey = parsePasskey(proof.passkey);
  const typed = byPassphrase
    ? { passphrase: proof.passphrase.slice(0, 256) }
    : { code: proof.code.trim().slice(0, 64) };
  const done = await attempt(rpc.session.prove.mutate(passkey ? { passkey } : typed), [
    'invalid-input',
    'not-signed-in',
    'wrong-sign-in',
    'wrong-code',
    'too-many-requests',
  ]);
  visit.forgetMe();
  if (done.ok || done.code === 'not-signed-in') return { ok: true };
  const tooMany = done.code === 'too-many-requests';
  const wrong = passkey ? 'passkey.failed' : byPassphrase ? 'confirm.errorWrong' : 'secondStep.errorWrong';
  const message = t(tooMany ? 'account.errorTooMany' : wrong);
  const field = byPassphrase ? PROOF.passphrase : PROOF.code;
  return { ok: false, status: tooMany ? 429 : 422, faults: [{ field, message }], shown: false };
}
