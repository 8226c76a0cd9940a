import { describe, expect, it } from 'vitest';
import { checkVector, parseVectors } from './vector.ts';

const good = {
  name: 'an hour',
  counsellor: {
    zone: 'UTC',
    weekly: [{ days: ['MO'], from: '09:00', to: '11:00' }],
    limits: { lengthMinutes: 60 },
  },
  now: '2026-05-01T00:00:00Z',
  window: { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z' },
  slots: ['2026-06-01T09:00:00Z', '2026-06-01T10:00:00Z'],
};

function differenceOf(slots: string[]) {
  const read = parseVectors({ ...good, slots });
  if ('fault' in read || !read.vectors[0]) throw new Error('unreadable');
  return checkVector(read.vectors[0]);
}

describe('a vector', () => {
  it('passes when the engine offers exactly its slots', () => {
    expect(differenceOf(good.slots)).toBeNull();
    expect(differenceOf(['2026-06-01T11:00:00+02:00', '2026-06-01T10:00:00.000Z'])).toBeNull();
  });

  it('fails with what is missing and what is unexpected', () => {
    expect(differenceOf(['2026-06-01T09:00:00Z', '2026-06-01T11:00:00Z'])).toEqual({
      missing: ['2026-06-01T11:00:00Z'],
      unexpected: ['2026-06-01T10:00:00Z'],
    });
  });

  it('fails on another order and on a start given twice', () => {
    expect(differenceOf(good.slots.toReversed())).not.toBeNull();
    expect(differenceOf([...good.slots, '2026-06-01T10:00:00Z'])).not.toBeNull();
  });
});

describe('a vector file', () => {
  it('is a list, a list under "cases", or a single case', () => {
    for (const file of [[good, good], { cases: [good, good] }]) {
      expect(parseVectors(file)).toMatchObject({ vectors: [{ name: 'an hour' }, { name: 'an hour' }] });
    }
    expect(parseVectors(good)).toMatchObject({ vectors: [{ name: 'an hour' }] });
  });

  it.each([
    [null, 'case 1 is not an object'],
    [[], 'there is no case in it'],
    [{ cases: [] }, 'there is no case in it'],
    [[7], 'case 1 is not an object'],
    [{ ...good, counsellor: undefined }, 'case 1 (an hour): counsellor is not an object'],
    [
      { ...good, now: 'soon' },
      'case 1 (an hour): now: "soon" is not an instant such as 2026-03-29T00:30:00Z',
    ],
    [{ ...good, slots: 'none' }, 'case 1 (an hour): slots is not a list'],
    [
      { ...good, counsellor: { ...good.counsellor, zone: 'Europe/Atlantis' } },
      'case 1 (an hour): counsellor.zone: "Europe/Atlantis" is not a time zone',
    ],
    [
      { ...good, counsellor: { ...good.counsellor, weekly: [{ days: ['XX'], from: '09:00', to: '10:00' }] } },
      'case 1 (an hour): counsellor.weekly[0].days[0]: "XX" is not a weekday: MO, TU, WE, TH, FR, SA or SU',
    ],
    [
      { ...good, counsellor: { ...good.counsellor, limits: {} } },
      'case 1 (an hour): counsellor.limits.lengthMinutes is not an amount',
    ],
  ])('with a fault is refused in one sentence that says where', (file, fault) => {
    expect(parseVectors(file)).toEqual({ fault });
  });

  it('with a limit that does not exist is refused', () => {
    const read = parseVectors({
      ...good,
      counsellor: { ...good.counsellor, limits: { lengthMinutes: 60, maxDay: 1 } },
    });
    expect(read).toMatchObject({ fault: expect.stringContaining('limits.maxDay is not a limit') });
  });
});
