import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Availability, freeSlots } from '../src/index.ts';
import { oracleSlots } from './oracle.ts';

const generator = new URL('../../../../shared/tools/slot-workload.mjs', import.meta.url);
/** Every zone once. All: `WORKLOAD_COUNSELLORS=500 npx vitest run packages/scheduling/test/workload.test.ts`, some minutes. */
const counsellors = Number(process.env.WORKLOAD_COUNSELLORS ?? 16);

const WINDOWS = {
  spring: 'spring',
  autumn: 'autumn',
  calm: 'calm',
  'European spring 2026': { from: '2026-03-16T00:00:00Z', to: '2026-04-13T00:00:00Z' },
  'southern spring 2026': { from: '2026-08-24T00:00:00Z', to: '2026-10-12T00:00:00Z' },
  'autumn 2026': { from: '2026-10-12T00:00:00Z', to: '2026-11-09T00:00:00Z' },
  'Cairo spring 2027': { from: '2027-04-19T00:00:00Z', to: '2027-05-17T00:00:00Z' },
};

type Interval = { start: string; end: string };
type Made = {
  tz: string;
  rules: (Interval & { days: number[] })[];
  overrides: { date: string; intervals: Interval[] }[];
  bookings: { start: number; end: number; bufferBefore: number; bufferAfter: number }[];
};
type Workload = {
  from: number;
  to: number;
  earliest: number;
  frequency: number;
  length: number;
  bufferBefore: number;
  bufferAfter: number;
  counsellors: Made[];
};

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

describe.skipIf(!existsSync(generator))('on counsellors of the workload generator', () => {
  it.each(Object.entries(WINDOWS))(
    '%s: the engine and the slow implementation agree',
    async (_name, window) => {
      const { makeWorkload } = await import(generator.href);
      const workload: Workload = makeWorkload({ counsellors, window });
      const query = { now: workload.from, window: { from: workload.from, to: workload.to } };
      let slots = 0;
      for (const made of workload.counsellors) {
        const availability = availabilityOf(made, workload);
        const fast = freeSlots(availability, query).map((slot) => slot.startsAt);
        expect(fast).toEqual(oracleSlots(availability, query));
        slots += fast.length;
      }
      expect(slots).toBeGreaterThan(counsellors * 20);
    },
    60_000 + counsellors * 1500,
  );
});

function availabilityOf(made: Made, workload: Workload): Availability {
  const hours = ({ start, end }: Interval) => ({ from: start, to: end });
  return {
    zone: made.tz,
    weekly: made.rules.map((rule) => ({ ...hours(rule), days: rule.days.map((day) => DAYS[day] ?? 'SU') })),
    overrides: made.overrides.map(({ date, intervals }) => ({ date, intervals: intervals.map(hours) })),
    busy: made.bookings.map(({ start, end, bufferBefore, bufferAfter }) => ({
      from: start,
      to: end,
      bufferBeforeMinutes: bufferBefore,
      bufferAfterMinutes: bufferAfter,
    })),
    limits: {
      lengthMinutes: workload.length,
      stepMinutes: workload.frequency,
      bufferBeforeMinutes: workload.bufferBefore,
      bufferAfterMinutes: workload.bufferAfter,
      noticeMinutes: (workload.earliest - workload.from) / 60_000,
    },
  };
}
