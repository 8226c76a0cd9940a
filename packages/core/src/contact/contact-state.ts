import { ContactChannel } from '@homeward/contracts/contact';
import { Weekday } from '@homeward/contracts/counsellor';
import { Locale } from '@homeward/contracts/language';
import { z } from 'zod';
import { actingAs, type Tx } from '../kernel/index.ts';
import { getPersonKey, seal, unseal } from '../vault/index.ts';
import { CHANGE_DELAY_MS, type ConfirmedContact, type Contact } from './contact-rules.ts';

/** What a person said of how to reach them, with what is due already in force. Times in milliseconds since the epoch. */
export interface ContactState {
  current: ConfirmedContact | null;
  /** What is to replace it, and when. */
  next: { contact: Contact; startsAt: number } | null;
  changedAt: number;
  /** Since when what is in force is refused for good. */
  refusedSince: number | null;
}

type KeptState = Omit<ContactState, 'refusedSince'>;

const Details = z.object({
  channel: ContactChannel,
  address: z.string(),
  mayLeaveMessage: z.boolean(),
  days: z.array(Weekday),
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  language: Locale,
  codeWord: z.string().nullable(),
}) satisfies z.ZodType<Contact>;

const placeOf = (column: 'details_sealed' | 'next_sealed', personId: string) => ({
  table: 'safe_contact',
  column,
  row: personId,
});

/** The acting person's own state; null when they never said anything. `lock` keeps others out until the transaction ends. */
export const findOwnContactState = (tx: Tx, { lock = false } = {}): Promise<ContactState | null> =>
  findContactState(tx, actingAs(tx.actor, 'person').personId, lock);

/** A person's state, as far as the actor may see it. */
export async function findContactState(tx: Tx, personId: string, lock = false): Promise<ContactState | null> {
  const select = tx.db
    .selectFrom('safe_contact')
    .leftJoin('contact_trouble', 'contact_trouble.person_id', 'safe_contact.person_id')
    .selectAll('safe_contact')
    .select(['contact_trouble.contact_confirmed_at', 'contact_trouble.since'])
    .where('safe_contact.person_id', '=', personId);
  const row = await (lock ? select.forUpdate('safe_contact') : select).executeTakeFirst();
  if (row === undefined) return null;
  const key = await getPersonKey(tx, personId);
  const open = (column: 'details_sealed' | 'next_sealed'): Contact | null => {
    const sealed = row[column];
    return sealed && Details.parse(JSON.parse(unseal(key, placeOf(column, personId), sealed).toString()));
  };
  const current = open('details_sealed');
  const next = open('next_sealed');
  const state = putInForce(
    {
      current: current && row.confirmed_at && { ...current, confirmedAt: row.confirmed_at.getTime() },
      next: next && row.next_at && { contact: next, startsAt: row.next_at.getTime() },
      changedAt: row.changed_at.getTime(),
    },
    tx.clock.now(),
  );
  // Said of one contact, known by the moment at which it was said to be right: of none that came after it.
  const isRefused = row.contact_confirmed_at?.getTime() === state.current?.confirmedAt;
  return { ...state, refusedSince: isRefused && row.since ? row.since.getTime() : null };
}

/** A change that is due is the contact: nobody has to come by for it to happen. */
function putInForce(state: KeptState, now: number): KeptState {
  const { next } = state;
  if (next === null || next.startsAt > now) return state;
  const confirmedAt = next.startsAt - CHANGE_DELAY_MS;
  return { current: { ...next.contact, confirmedAt }, next: null, changedAt: next.startsAt };
}

/** Keeps the acting person's state, sealed under their key. */
export async function keepContactState(tx: Tx, { current, next, changedAt }: KeptState): Promise<void> {
  const { personId } = actingAs(tx.actor, 'person');
  const key = await getPersonKey(tx, personId);
  const sealed = (column: 'details_sealed' | 'next_sealed', contact: Contact | null) =>
    contact && seal(tx.random, key, placeOf(column, personId), JSON.stringify(Details.parse(contact)));
  const values = {
    details_sealed: sealed('details_sealed', current),
    confirmed_at: current && new Date(current.confirmedAt),
    next_sealed: sealed('next_sealed', next?.contact ?? null),
    next_at: next && new Date(next.startsAt),
    changed_at: new Date(changedAt),
  };
  await tx.db
    .insertInto('safe_contact')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}
