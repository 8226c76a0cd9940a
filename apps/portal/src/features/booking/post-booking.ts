import type { Visit } from '../../visit/visit.ts';
import { type Choice, choicePath, choiceQuery } from '../choice/choice.ts';
import type { Fault } from '../form/fault.ts';
import { type Offer, parseBooking, type Wishes } from './booking-form.ts';
import { holdTime, REFUSAL_MESSAGES } from './keep-time.ts';

/** What becomes of a posted booking: a way on, or the same form again with a status and what is wrong. */
export type Posted = { goTo: string } | { status: number; faults: Fault[]; gone: boolean };

/** Takes a chosen time as far as it goes: checks it, sends visitors for an account, keeps it for ten minutes. */
export async function postBooking(visit: Visit, wishes: Wishes, offer: Offer, zone: string): Promise<Posted> {
  const { t, formats } = visit;
  const parsed = parseBooking(wishes, offer, zone, t, formats);
  if (!parsed.ok) return { status: 422, faults: parsed.faults, gone: false };
  const me = await visit.me();
  const choice = `?${choiceQuery({ ...wishes, counsellorId: offer.counsellor.id })}`;
  if (me.kind === 'visitor') return { goTo: `/account/${visit.hadSession ? 'sign-in' : 'new'}${choice}` };
  if (me.kind !== 'person') return refused(403, t('choose.errorCounsellor'));
  if (!me.kept) return { goTo: `/account/keep${choice}` };
  const held = await holdTime(visit, parsed.value);
  if (held.ok) return { goTo: bookPath({ ...wishes, counsellorId: offer.counsellor.id }) };
  const message = REFUSAL_MESSAGES[held.code];
  return refused(held.code === 'invalid-input' ? 422 : 409, t(message), held.code === 'slot-taken');
}

const refused = (status: number, message: string, gone = false): Posted => ({
  status,
  faults: [{ field: 'startsAt', message }],
  gone,
});

/** Where the rest is said and the time is booked, without the locale. */
export const bookPath = (choice: Choice): string => choicePath(choice).replace(/(\?|$)/, '/book$1');
