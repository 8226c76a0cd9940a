import type { OpenHours } from '@homeward/contracts/agenda';
import { ListAgenda } from '@homeward/contracts/booking';
import { freeSlots, type Span } from '@homeward/scheduling';
import { findHours, getOwnRow, readWindow } from '../counsellor/index.ts';
import { query, toInstant } from '../kernel/index.ts';

const MOST_DAYS = 42;
const STEP_MINUTES = 5;

/** When the signed-in counsellor has hours, whatever is booked: to the five minutes, for a calendar to show behind it. */
export const listOpenHours = query({
  action: 'availability.list-open-hours',
  scope: 'availability:own',
  input: ListAgenda,
  run: async (tx, asked): Promise<OpenHours[]> => {
    const window = readWindow(asked, MOST_DAYS);
    const own = await getOwnRow(tx);
    const hours = (await findHours(tx, [own], window)).get(own.id);
    if (hours === undefined) return [];
    const limits = { lengthMinutes: STEP_MINUTES, stepMinutes: STEP_MINUTES };
    const steps = freeSlots({ ...hours, limits }, { now: window.from, window });
    return joined(steps).map(({ from, to }) => ({
      from: toInstant(new Date(from)),
      to: toInstant(new Date(to)),
    }));
  },
});

/** What touches is one. */
function joined(steps: readonly { startsAt: number; endsAt: number }[]): Span[] {
  const spans: Span[] = [];
  for (const { startsAt, endsAt } of steps) {
    const last = spans.at(-1);
    if (last && startsAt <= last.to) last.to = Math.max(last.to, endsAt);
    else spans.push({ from: startsAt, to: endsAt });
  }
  return spans;
}
