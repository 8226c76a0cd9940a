import { type Context, type Delivery, inTransaction, SYSTEM } from '../kernel/index.ts';
import { settleMessage } from './settle-message.ts';
import { takeMessage } from './take-message.ts';

interface Options {
  /** Hears of what did not go out, in a word. */
  report?: (why: string) => void;
  /** Once aborted, no further one is begun. */
  signal?: AbortSignal;
}

/** At most so many in a row; the rest is for the next time. */
const BATCH = 200;

/**
 * Sends what is due, one after the other, by the ways that there are. Several workers may do it at once. Nothing is sent
 * while a transaction is open: whoever is killed between the sending and the note of it leaves a message that is sent once
 * more, under the same id.
 */
export async function sendDueMessages(
  context: Omit<Context, 'actor'>,
  { report = () => undefined, signal }: Options = {},
): Promise<void> {
  const system: Context = { ...context, actor: SYSTEM };
  const due = await inTransaction(system, 'read only', (tx) =>
    tx.db
      .selectFrom('message')
      .select(['organisation_id as organisationId', 'event_id as id'])
      .where('next_at', '<=', new Date(tx.clock.now()))
      .orderBy('next_at')
      .orderBy('event_id')
      .limit(BATCH)
      .execute(),
  );
  for (const { organisationId, id } of due) {
    if (signal?.aborted) return;
    const taken = await takeMessage(system, { organisationId, id });
    if (taken === null) continue;
    const { channel, tries, confirmedAt, address, locale, codeWord } = taken;
    const sender = context.ports.senders[channel];
    const delivery = await (sender?.({ id, address, locale, codeWord }) ?? NO_WAY).catch(asLater);
    if (delivery.kind === 'later') report(delivery.why);
    if (delivery.kind === 'refused') report('refused');
    await settleMessage(system, { organisationId, id, tries, confirmedAt, outcome: delivery.kind });
  }
}

const NO_WAY: Promise<Delivery> = Promise.resolve({ kind: 'later', why: 'no-way' });
/** The words of an error may repeat what was sent: they go nowhere. */
const asLater = (): Delivery => ({ kind: 'later', why: 'failed' });
