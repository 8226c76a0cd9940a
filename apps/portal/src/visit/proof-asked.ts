import type { Fault } from '../features/form/fault.ts';

/** A posted form waits until whoever is here proves who they are. It is kept nowhere but in the page that asks. */
export interface ProofAsked {
  status: 403 | 422 | 429;
  faults: readonly Fault[];
  /** The fields of the form, to be posted again with the proof. */
  carried: readonly (readonly [name: string, value: string])[];
  /** The passphrase is shown while it is typed. */
  shown: boolean;
}
