import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConfirmedContact, type ContactHours, decideContact, findNextOpening } from './contact-rules.ts';

const at = (instant: string): number => Date.parse(instant);
const NOW = at('2026-11-24T03:00:00Z'); // 10:00 on a Tuesday in Bangkok
const DAY = 24 * 60 * 60 * 1000;
const contact: ConfirmedContact = {
  channel: 'sms',
  address: '+66812345678',
  mayLeaveMessage: false,
  language: 'th',
  codeWord: null,
  days: ['MO', 'TU', 'WE', 'TH', 'FR'],
  from: '09:00',
  to: '17:00',
  zone: 'Asia/Bangkok',
  confirmedAt: NOW,
};
const notBefore = (given: Partial<ConfirmedContact>, now: number) => {
  const decision = decideContact({ ...contact, ...given }, now);
  return decision.kind === 'silent' ? 'silent' : new Date(decision.notBefore).toISOString();
};

describe('decideContact', () => {
  it('is silent unless somebody said how to reach them', () => {
    expect(decideContact(null, NOW)).toEqual({ kind: 'silent' });
  });

  it('speaks at once within their hours, by the channel they chose', () => {
    expect(decideContact(contact, NOW)).toEqual({
      kind: 'send',
      channel: 'sms',
      notBefore: NOW,
      mayLeaveMessage: false,
    });
    expect(decideContact({ ...contact, channel: 'call', mayLeaveMessage: true }, NOW)).toMatchObject({
      channel: 'call',
      mayLeaveMessage: true,
    });
  });

  it('waits for their hours, over the night and over the days they left out', () => {
    expect(notBefore({}, at('2026-11-24T10:00:00Z'))).toBe('2026-11-25T02:00:00.000Z');
    expect(notBefore({}, at('2026-11-24T01:59:59.999Z'))).toBe('2026-11-24T02:00:00.000Z');
    expect(notBefore({}, at('2026-11-27T10:00:00Z'))).toBe('2026-11-30T02:00:00.000Z');
  });

  it('is silent eight weeks after "still right", also when only the waiting makes it so', () => {
    const stale = at('2027-01-19T03:00:00Z');
    expect(notBefore({}, stale)).toBe('2027-01-19T03:00:00.000Z');
    expect(notBefore({}, stale + 1)).toBe('silent');
    expect(notBefore({ confirmedAt: NOW - 55 * DAY }, at('2026-11-24T10:00:00Z'))).not.toBe('silent');
    expect(notBefore({ confirmedAt: NOW - 56 * DAY + 1 }, at('2026-11-24T02:59:00Z'))).not.toBe('silent');
    expect(notBefore({ confirmedAt: at('2026-09-29T11:00:00Z') }, at('2026-11-24T10:30:00Z'))).toBe('silent');
  });

  it('means the person’s own clock, wherever the server is', () => {
    expect(notBefore({ zone: 'America/New_York' }, NOW)).toBe('2026-11-24T14:00:00.000Z');
  });

  it('keeps to the hour when the clocks change', () => {
    const early = { zone: 'Europe/Berlin', from: '07:00', to: '08:00', days: ['SU'] as const };
    expect(notBefore({ ...early, confirmedAt: at('2026-10-20T00:00:00Z') }, at('2026-10-24T12:00:00Z'))).toBe(
      '2026-10-25T06:00:00.000Z',
    );
    expect(notBefore({ ...early, confirmedAt: at('2026-03-20T00:00:00Z') }, at('2026-03-28T12:00:00Z'))).toBe(
      '2026-03-29T05:00:00.000Z',
    );
  });

  it('opens nothing in an hour that the clocks leave out, and in full what begins in it', () => {
    const gap = { zone: 'Europe/Berlin', days: ['SU'] as const, confirmedAt: at('2026-03-20T00:00:00Z') };
    const before = at('2026-03-28T12:00:00Z');
    expect(notBefore({ ...gap, from: '02:00', to: '03:00' }, before)).toBe('2026-04-05T00:00:00.000Z');
    expect(notBefore({ ...gap, from: '02:30', to: '04:00' }, before)).toBe('2026-03-29T01:00:00.000Z');
  });
});

describe('findNextOpening', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const hours = fc.record({
    days: fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
      minLength: 1,
    }) as fc.Arbitrary<ContactHours['days'][number][]>,
    from: clock,
    to: fc.oneof(clock, fc.constant('24:00')),
    zone: fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Yangon'),
  });
  // Around the changes of those zones, so that most cases meet one.
  const now = fc
    .constantFrom('2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2026-03-08', '2026-11-01')
    .chain((date) =>
      fc.integer({ min: -1200, max: 200 }).map((steps) => at(`${date}T00:00:00Z`) + steps * 900_000),
    );

  it('is the first quarter of an hour at which the wall clock is within the hours', () => {
    const day = new Map(
      [1, 2, 3, 4, 5, 6, 7].map((n, at) => [n, ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][at]]),
    );
    fc.assert(
      fc.property(hours, now, (given, moment) => {
        fc.pre(given.from < given.to);
        let expected = moment;
        for (; expected < moment + 16 * DAY; expected += 900_000) {
          const wall = Temporal.Instant.fromEpochMilliseconds(expected).toZonedDateTimeISO(given.zone);
          const time = wall.toPlainTime().toString().slice(0, 5);
          const on = day.get(wall.dayOfWeek) as ContactHours['days'][number];
          if (given.days.includes(on) && time >= given.from && time < given.to) break;
        }
        expect(findNextOpening(given, moment)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
