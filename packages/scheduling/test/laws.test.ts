import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Availability, busyWindow, findSlot, freeSlots } from '../src/index.ts';
import { oneMore, type Scene, scene } from './arbitrary.ts';
import { oracleSlots } from './oracle.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 150) };
const MINUTE = 60_000;

function law(check: (scene: Scene) => void): void {
  fc.assert(fc.property(scene, check), runs);
}

const startsOf = ({ availability, now, window }: Scene) =>
  freeSlots(availability, { now, window }).map((slot) => slot.startsAt);

describe('free slots', () => {
  it('are what the slow implementation finds', () => {
    law((given) => {
      expect(startsOf(given)).toEqual(oracleSlots(given.availability, given));
    });
  });

  it('come by start, each start once, inside the window, as long as a session, never before now', () => {
    law(({ availability, now, window }) => {
      let last = Number.NEGATIVE_INFINITY;
      for (const slot of freeSlots(availability, { now, window })) {
        expect(slot.startsAt).toBeGreaterThan(last);
        expect(slot.startsAt).toBeGreaterThanOrEqual(Math.max(now, window.from));
        expect(slot.endsAt).toBeLessThanOrEqual(window.to);
        expect(slot.endsAt - slot.startsAt).toBe(availability.limits.lengthMinutes * MINUTE);
        last = slot.startsAt;
      }
    });
  });

  it('lie inside the hours of their date', () => {
    law((given) => {
      const free = {
        ...given.availability,
        busy: [],
        timeOff: [],
        limits: { lengthMinutes: 5, stepMinutes: 5 },
      };
      const open = new Set(startsOf({ ...given, availability: free }));
      for (const start of startsOf(given)) {
        for (let part = 0; part < given.availability.limits.lengthMinutes; part += 5) {
          expect(open.has(start + part * MINUTE)).toBe(true);
        }
      }
    });
  });

  it('with their buffers overlap no busy entry with its own, and no time off', () => {
    law(({ availability, now, window }) => {
      const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = availability.limits;
      const taken = (availability.busy ?? []).map((entry) => ({
        from: entry.from - (entry.bufferBeforeMinutes ?? 0) * MINUTE,
        to: entry.to + (entry.bufferAfterMinutes ?? 0) * MINUTE,
      }));
      for (const { startsAt, endsAt } of freeSlots(availability, { now, window })) {
        for (const { from, to } of [...taken, ...(availability.timeOff ?? [])]) {
          if (from >= to) continue;
          expect(startsAt - before * MINUTE >= to || endsAt + after * MINUTE <= from).toBe(true);
        }
      }
    });
  });

  it('do not depend on the order of the input', () => {
    law((given) => {
      const { availability, now, window } = given;
      const turned: Availability = {
        ...availability,
        weekly: (availability.weekly ?? []).toReversed(),
        overrides: (availability.overrides ?? []).toReversed(),
        timeOff: (availability.timeOff ?? []).toReversed(),
        holidays: (availability.holidays ?? []).toReversed(),
        busy: (availability.busy ?? []).toReversed(),
      };
      expect(freeSlots(turned, { now, window })).toEqual(freeSlots(availability, { now, window }));
    });
  });

  it('never become more by one more busy entry', () => {
    const moreBusy = scene.chain((given) => fc.tuple(fc.constant(given), oneMore(given)));
    fc.assert(
      fc.property(moreBusy, ([given, entry]) => {
        const before = new Set(startsOf(given));
        const busy = [...(given.availability.busy ?? []), entry];
        const after = startsOf({ ...given, availability: { ...given.availability, busy } });
        expect(after.filter((start) => !before.has(start))).toEqual([]);
      }),
      runs,
    );
  });

  it('never become more by one more absence', () => {
    const moreAbsence = scene.chain((given) => fc.tuple(fc.constant(given), oneMore(given)));
    fc.assert(
      fc.property(moreAbsence, ([given, { from, to }]) => {
        const before = new Set(startsOf(given));
        const timeOff = [...(given.availability.timeOff ?? []), { from, to }];
        const after = startsOf({ ...given, availability: { ...given.availability, timeOff } });
        expect(after.filter((start) => !before.has(start))).toEqual([]);
      }),
      runs,
    );
  });

  it('of a window are those of its two halves, and those that lie over the cut', () => {
    law(({ availability, now, window }) => {
      const cut = Math.floor((window.from + window.to) / 2);
      const whole = freeSlots(availability, { now, window });
      const halves = [
        ...freeSlots(availability, { now, window: { from: window.from, to: cut } }),
        ...whole.filter(({ startsAt, endsAt }) => startsAt < cut && cut < endsAt),
        ...freeSlots(availability, { now, window: { from: cut, to: window.to } }),
      ];
      expect(halves).toEqual(whole);
    });
  });

  it('need no busy entry from outside the stretch that busyWindow names', () => {
    law(({ availability, now, window }) => {
      const { from, to } = busyWindow(availability.limits, window);
      const near = (availability.busy ?? []).filter(
        (entry) =>
          entry.to + (entry.bufferAfterMinutes ?? 0) * MINUTE > from &&
          entry.from - (entry.bufferBeforeMinutes ?? 0) * MINUTE < to,
      );
      const busy = [...near, { from: from - 60 * MINUTE, to: from }, { from: to, to: to + 60 * MINUTE }];
      expect(freeSlots({ ...availability, busy: near }, { now, window })).toEqual(
        freeSlots(availability, { now, window }),
      );
      expect(oracleSlots({ ...availability, busy }, { now, window })).toEqual(
        oracleSlots({ ...availability, busy: near }, { now, window }),
      );
    });
  });

  it('are the same by any smaller window, and every one is found again by its start', () => {
    law(({ availability, now, window }) => {
      const slots = freeSlots(availability, { now, window });
      const middle = Math.floor((window.from + window.to) / 2);
      const later = freeSlots(availability, { now, window: { from: middle, to: window.to } });
      expect(later).toEqual(slots.filter((slot) => slot.startsAt >= middle));
      for (const slot of slots)
        expect(findSlot(availability, { now, startsAt: slot.startsAt })).toEqual(slot);
    });
  });

  it('stop at the limit without another order', () => {
    law(({ availability, now, window }) => {
      const slots = freeSlots(availability, { now, window });
      expect(freeSlots(availability, { now, window, limit: 3 })).toEqual(slots.slice(0, 3));
    });
  });

  it('refuse every start that is not among them', () => {
    law(({ availability, now, window }) => {
      const starts = new Set(freeSlots(availability, { now, window }).map((slot) => slot.startsAt));
      for (
        let at = window.from;
        at + availability.limits.lengthMinutes * MINUTE <= window.to;
        at += 65 * MINUTE
      ) {
        expect(findSlot(availability, { now, startsAt: at }) !== undefined).toBe(starts.has(at));
      }
    });
  });
});
