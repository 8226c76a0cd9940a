import { SayMissing } from '@homeward/contracts/counsellor';
import { sql } from 'kysely';
import { command } from '../kernel/index.ts';

/** Counts that somebody looked for this and there was nobody. Who it was is written nowhere. */
export const sayMissing = command({
  action: 'counsellor.say-missing',
  scope: 'counsellors:browse',
  anonymous: true,
  input: SayMissing,
  run: async (tx, { practice = '', language = '', modality = '' }): Promise<void> => {
    await sql`SELECT count_missing(${practice}, ${language}, ${modality})`.execute(tx.db);
  },
});
