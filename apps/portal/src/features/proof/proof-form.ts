/** What the page that asks for a proof adds to a form; no form of ours has fields of these names. */
export const PROOF = {
  passphrase: 'proof.passphrase',
  code: 'proof.code',
  passkey: 'proof.passkey',
  /** A button: show what is typed, and ask again. */
  show: 'proof.show',
} as const;

/** Fields that never stand in a page again. */
const SECRET: readonly string[] = ['code', 'number', 'old', 'passkey', 'passphrase', 'secret'];

export interface GivenProof {
  passphrase: string;
  code: string;
  passkey: string;
  show: boolean;
}

/** Takes the proof out of a posted form, which then is as its own page made it. Undefined when there is none in it. */
export function takeProof(form: URLSearchParams): GivenProof | undefined {
  const take = (name: string) => {
    const value = form.get(name);
    form.delete(name);
    return value;
  };
  const [passphrase, code, passkey, show] = [PROOF.passphrase, PROOF.code, PROOF.passkey, PROOF.show].map(
    take,
  );
  if ([passphrase, code, passkey].every((value) => value === null)) return undefined;
  return { passphrase: passphrase ?? '', code: code ?? '', passkey: passkey ?? '', show: show !== null };
}

/** What was typed, to go along while a proof is asked for. Undefined when a secret is among it: that one is typed again. */
export function carriedFields(form: URLSearchParams): [string, string][] | undefined {
  const fields = [...form];
  return fields.some(([name]) => SECRET.includes(name)) ? undefined : fields;
}
