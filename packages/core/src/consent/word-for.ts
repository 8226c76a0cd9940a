import { createHash } from 'node:crypto';

/** A word for a person in a list, such as `P-4821`: made of the consent, so that two recipients cannot compare. */
export const wordFor = (consentId: string): string =>
  `P-${String(createHash('sha256').update(consentId).digest().readUInt16BE(0) % 10_000).padStart(4, '0')}`;
