import { z } from 'zod';
import { query } from '../kernel/index.ts';
import { findRecipients } from './find-recipient.ts';

/** Whom a person may choose to share something with. */
export const listConsentRecipients = query({
  action: 'consent.list-recipients',
  scope: 'account:own',
  input: z.undefined(),
  run: (tx) => findRecipients(tx),
});
