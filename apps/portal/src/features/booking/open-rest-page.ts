import type { Counsellor, FreeSlot, Modality } from '@homeward/contracts/counsellor';
import { TimeZone } from '@homeward/contracts/zone';
import { ask } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { choicePath, readWishes } from '../choice/choice.ts';
import type { Fault } from '../form/fault.ts';
import { dateIn } from '../slot/slot-days.ts';
import { slotWindow } from '../slot/slot-window.ts';
import { zoneOf } from '../zone/zone-of.ts';
import { keepTime, REFUSAL_MESSAGES } from './keep-time.ts';
import { nextFree } from './next-free.ts';
import { parseRest, type Rest, readRest } from './rest-form.ts';

/** The page on which the rest is said for a time that is kept. */
export interface RestPage {
  choice: { counsellorId: string; startsAt: string; modality: Modality; language?: string };
  rest: Rest;
  zone: string;
  status: number;
  faults: readonly Fault[];
  /** The next free times, when this one went to somebody else. */
  others: readonly FreeSlot[];
  /** To the counsellor's times, with what was chosen. */
  back: string;
}

/** Reads what was chosen and typed, and books it when it was posted. `goTo` is a way on instead of a page. */
export async function openRestPage(
  visit: Visit,
  counsellor: Counsellor,
): Promise<RestPage | { goTo: string }> {
  const form = visit.form();
  const wishes = readWishes(form ?? visit.query);
  const back = choicePath({ ...wishes, counsellorId: counsellor.id });
  const { startsAt, modality } = wishes;
  const posted = TimeZone.safeParse(form?.get('zone'));
  const zone = posted.success ? posted.data : await zoneOf(visit);
  if (startsAt === undefined || modality === undefined || zone === undefined) return { goTo: back };

  const choice = { ...wishes, counsellorId: counsellor.id, startsAt, modality };
  const rest = readRest(form);
  const shown = { choice, rest, zone, back, others: [] };
  if (!form) return { ...shown, status: 200, faults: [] };
  const parsed = parseRest(rest, choice, zone, visit.t);
  if (!parsed.ok) return { ...shown, status: 422, faults: parsed.faults };
  const kept = await keepTime(visit, parsed.value);
  if (kept.ok) return { goTo: `/appointments/${kept.appointmentId}?booked` };
  const faults = [{ field: 'again', message: visit.t(REFUSAL_MESSAGES[kept.code]) }];
  const status = kept.code === 'invalid-input' ? 422 : 409;
  if (kept.code !== 'slot-taken') return { ...shown, status, faults };
  const { from, to } = slotWindow(dateIn(startsAt, zone), zone, new Date().toISOString());
  const slots = await ask(visit.rpc.counsellor.freeSlots.query({ counsellorId: counsellor.id, from, to }));
  return { ...shown, status, faults, others: nextFree(slots, startsAt, modality) };
}
