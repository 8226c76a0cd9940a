import type { Visit } from '../../visit/visit.ts';
import { choiceQuery } from '../choice/choice.ts';
import type { Fault } from '../form/fault.ts';
import { type Offer, parseBooking, type Wishes } from './booking-form.ts';
import { type KeptTime, keepTime } from './keep-time.ts';

/** What becomes of a posted booking: a way on, or the same form again with a status and what is wrong. */
export type Posted = { goTo: string } | { status: number; faults: Fault[]; gone: boolean };

/** Takes a posted booking as far as it goes: checks it, sends visitors for an account, books. */
export async function postBooking(visit: Visit, wishes: Wishes, offer: Offer, zone: string): Promise<Posted> {
  const { t, formats } = visit;
  const parsed = parseBooking(wishes, offer, zone, t, formats);
  if (!parsed.ok) return { status: 422, faults: parsed.faults, gone: false };
  const me = await visit.me();
  const choice = `?${choiceQuery({ ...wishes, counsellorId: offer.counsellor.id })}`;
  if (me.kind === 'visitor') return { goTo: `/account/${visit.hadSession ? 'sign-in' : 'new'}${choice}` };
  if (me.kind !== 'person') return refused(403, t('choose.errorCounsellor'));
  if (!me.kept) return { goTo: `/account/keep${choice}` };
  const kept = await keepTime(visit, parsed.value);
  if (kept.ok) return { goTo: `/appointments/${kept.appointmentId}?booked` };
  const message = MESSAGES[kept.code];
  return refused(kept.code === 'invalid-input' ? 422 : 409, t(message), kept.code === 'slot-taken');
}

const refused = (status: number, message: string, gone = false): Posted => ({
  status,
  faults: [{ field: 'startsAt', message }],
  gone,
});

const MESSAGES = {
  'slot-taken': 'choose.errorTaken',
  'already-booked-then': 'choose.errorBusy',
  'too-many-bookings': 'choose.errorTooMany',
  'not-yet-confirmed': 'choose.errorNew',
  'invalid-input': 'error.general',
} as const satisfies Record<Extract<KeptTime, { ok: false }>['code'], string>;
