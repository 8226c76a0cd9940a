import { type Context, inTransaction, SYSTEM, type Tx } from '../kernel/index.ts';
import { forgetAnswers } from '../organisation/index.ts';
import { forgetChallenges } from '../passkey/index.ts';
import { forgetSessions } from '../session/index.ts';
import { forgetFailures } from '../throttle/index.ts';
import { eraseUnusedAccounts } from './erase-unused-accounts.ts';
import { forgetAppointments } from './forget-appointments.ts';
import { forgetAssignments } from './forget-assignments.ts';
import { forgetConsents } from './forget-consents.ts';
import { forgetFigures } from './forget-figures.ts';
import { forgetInvitations } from './forget-invitations.ts';
import { forgetLooks } from './forget-looks.ts';
import { forgetMessages } from './forget-messages.ts';
import { forgetNotices } from './forget-notices.ts';
import { forgetRecoveries } from './forget-recoveries.ts';
import { forgetRemovedContacts } from './forget-removed-contacts.ts';
import { forgetWishes } from './forget-wishes.ts';

/** Removes what was past its date before this instant. Answers how many rows. */
type Rule = (context: Omit<Context, 'actor'>, before: Date) => Promise<number>;

const asSystem =
  (run: (tx: Tx, before: Date) => Promise<number>): Rule =>
  (context, before) =>
    inTransaction({ ...context, actor: SYSTEM }, 'read write', (tx) => run(tx, before));

/** The code of each rule with a date in packages/db/personal-data.json: every one of them, and no other. */
export const RULES: Record<string, Rule> = {
  'account-unused': eraseUnusedAccounts,
  'session-over': forgetSessions,
  'challenge-over': forgetChallenges,
  'answer-kept': forgetAnswers,
  'message-done': asSystem(forgetMessages),
  'notice-seen': asSystem(forgetNotices),
  'appointment-over': asSystem(forgetAppointments),
  'consent-over': asSystem(forgetConsents),
  'figure-old': asSystem(forgetFigures),
  'look-old': asSystem(forgetLooks),
  'care-over': asSystem(forgetAssignments),
  'batch-over': asSystem(forgetInvitations),
  'waiting-over': asSystem(forgetWishes),
  'recovery-over': asSystem(forgetRecoveries),
  'failure-counted': forgetFailures,
  'contact-removed': asSystem(forgetRemovedContacts),
};
