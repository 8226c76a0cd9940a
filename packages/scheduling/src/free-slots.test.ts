import { describe, expect, it } from 'vitest';
import type { Availability } from './availability.ts';
import { findSlot, freeSlots } from './free-slots.ts';

const at = (iso: string) => Date.parse(iso);
const day = { from: at('2026-06-01T00:00:00Z'), to: at('2026-06-02T00:00:00Z') };
const now = at('2026-05-01T00:00:00Z');

const availability: Availability = {
  zone: 'UTC',
  weekly: [
    { days: ['MO'], from: '09:00', to: '11:00', modality: ['video', 'chat'] },
    { days: ['MO'], from: '10:00', to: '12:00', modality: ['in-person', 'video'] },
    { days: ['MO'], from: '15:00', to: '16:00' },
  ],
  limits: { lengthMinutes: 60 },
};

describe('a free slot', () => {
  it('says in which ways to meet, of either interval where two offer it', () => {
    const slots = freeSlots(availability, { now, window: day });
    expect(slots.map((slot) => [new Date(slot.startsAt).getUTCHours(), slot.modalities])).toEqual([
      [9, ['chat', 'video']],
      [10, ['chat', 'in-person', 'video']],
      [11, ['in-person', 'video']],
      [15, []],
    ]);
  });

  it("leaves out the asker's own appointments, without the counsellor's buffers around them", () => {
    const buffered: Availability = { ...availability, limits: { lengthMinutes: 60, bufferAfterMinutes: 15 } };
    const avoid = [{ from: at('2026-06-01T10:30:00Z'), to: at('2026-06-01T11:00:00Z') }];
    const starts = freeSlots(buffered, { now, window: day, avoid, limit: 2 }).map((slot) => slot.startsAt);
    expect(starts).toEqual([at('2026-06-01T09:00:00Z'), at('2026-06-01T11:00:00Z')]);
  });

  it('is found by its start, and nothing between two starts is', () => {
    expect(findSlot(availability, { now, startsAt: at('2026-06-01T11:00:00Z') })).toEqual({
      startsAt: at('2026-06-01T11:00:00Z'),
      endsAt: at('2026-06-01T12:00:00Z'),
      modalities: ['in-person', 'video'],
    });
    expect(findSlot(availability, { now, startsAt: at('2026-06-01T11:00:00.001Z') })).toBeUndefined();
    expect(findSlot(availability, { now, startsAt: at('2026-06-01T12:00:00Z') })).toBeUndefined();
  });

  it('keeps its wall time when the clocks change between now and then', () => {
    const berlin: Availability = { ...availability, zone: 'Europe/Berlin' };
    const winter = findSlot(berlin, { now, startsAt: at('2026-11-02T08:00:00Z') });
    const summer = findSlot(berlin, { now, startsAt: at('2026-07-06T07:00:00Z') });
    expect([winter?.modalities, summer?.modalities]).toEqual([
      ['chat', 'video'],
      ['chat', 'video'],
    ]);
  });
});

describe('input that never should have come this far', () => {
  it.each([
    ['a zone', { zone: 'Europe/Atlantis' }],
    ['a date', { holidays: ['2026-02-30'] }],
    ['a time', { weekly: [{ days: ['MO'], from: '9:00', to: '10:00' }] }],
    ['a time past the day', { weekly: [{ days: ['MO'], from: '09:00', to: '24:01' }] }],
    ['a step', { limits: { lengthMinutes: 60, stepMinutes: 0 } }],
    ['a length', { limits: { lengthMinutes: Number.NaN } }],
  ] satisfies [string, Partial<Availability>][])('is refused loudly: %s that is none', (_what, wrong) => {
    expect(() => freeSlots({ ...availability, ...wrong }, { now, window: day })).toThrow(RangeError);
  });
});
