import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Availability, checkVector, parseVectors, type Vector } from '../src/index.ts';

const folder = new URL('../vectors/', import.meta.url);
const vectors = new Map(
  readdirSync(folder).flatMap((file) => {
    const read = parseVectors(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    if ('fault' in read) throw new Error(`${file}: ${read.fault}`);
    return read.vectors.map((vector) => [vector.name, vector] as const);
  }),
);

type Change = (availability: Availability) => Availability;
const withoutLimit =
  (...names: (keyof Availability['limits'])[]): Change =>
  (given) => ({
    ...given,
    limits: {
      ...given.limits,
      ...Object.fromEntries(names.map((name) => [name, name === 'maxPerDay' ? 1000 : 0])),
    },
  });
const without =
  (part: 'overrides' | 'holidays' | 'timeOff' | 'busy'): Change =>
  (given) => ({ ...given, [part]: [] });
const withWeekly =
  (change: (rule: NonNullable<Availability['weekly']>[number]) => object): Change =>
  (given) => ({ ...given, weekly: (given.weekly ?? []).map((rule) => ({ ...rule, ...change(rule) })) });
/** A zone that never changes its clocks. */
const at =
  (zone: string): Change =>
  (given) => ({ ...given, zone });

/** Each rule of slots, a vector that names it, and what is taken away so that the vector must fail. */
const RULES: [rule: string, vector: string, change: Change][] = [
  ['a wall time in a gap moves forward', 'spring gap in Europe/Berlin', at('Etc/GMT-1')],
  [
    'an interval over a gap is shorter',
    'an interval over a spring gap is an hour shorter (Europe/Berlin)',
    at('Etc/GMT-1'),
  ],
  [
    'an interval that ends up empty vanishes',
    'an interval that a gap leaves empty vanishes (Europe/Berlin)',
    at('Etc/GMT-1'),
  ],
  [
    'an interval over a fold is longer',
    'an interval over an autumn fold is an hour longer (Europe/Berlin)',
    at('Etc/GMT-2'),
  ],
  [
    'in a fold the earlier pass is meant',
    'a start inside a fold is its earlier pass (Europe/Berlin)',
    at('Etc/GMT-1'),
  ],
  [
    'hours keep their wall time after a change',
    'after the change, hours keep their wall time all day (Europe/London)',
    at('Etc/GMT-1'),
  ],
  [
    'buffers before',
    "the slot's own buffers keep their distance on both sides",
    withoutLimit('bufferBeforeMinutes'),
  ],
  [
    'buffers after',
    "the slot's own buffers keep their distance on both sides",
    withoutLimit('bufferAfterMinutes'),
  ],
  [
    "a busy entry's own buffers",
    "a busy entry's own buffers widen it",
    (given) => ({ ...given, busy: (given.busy ?? []).map(({ from, to }) => ({ from, to })) }),
  ],
  ['busy time', 'a busy entry removes starts and does not move the grid', without('busy')],
  ['time off', 'time off over several days', without('timeOff')],
  [
    'the grid begins with each interval',
    'the grid is anchored at the start of each interval',
    withWeekly(() => ({ from: '09:00' })),
  ],
  ['notice', 'notice is met to the minute', withoutLimit('noticeMinutes')],
  [
    'notice over a change',
    'notice is elapsed time over a clock change (Europe/Berlin)',
    withoutLimit('noticeMinutes'),
  ],
  ['the horizon', 'the horizon is met to the minute', withoutLimit('horizonDays')],
  ['most per day', 'a full day is hidden whole, the next is not', withoutLimit('maxPerDay')],
  [
    "most per day is of the counsellor's day",
    "the day that is full is the counsellor's (Asia/Kathmandu)",
    withoutLimit('maxPerDay'),
  ],
  [
    'the longest run',
    'the longest run: no third hour without a break',
    (given) => ({ ...given, limits: { ...given.limits, longestRunMinutes: 10_000 } }),
  ],
  ['a break', 'the longest run: a gap shorter than a break is none', withoutLimit('breakMinutes')],
  ['an override replaces', 'an override replaces the weekly rules of its date', without('overrides')],
  ['an override closes', 'an override without intervals closes its date', without('overrides')],
  ['holidays are off', 'a public holiday is off', without('holidays')],
  ['a holiday that is worked', 'a public holiday that an override works', without('overrides')],
  [
    'validity dates',
    'validFrom and validUntil are both included',
    withWeekly(() => ({ validFrom: null, validUntil: null })),
  ],
  [
    'intervals that overlap give each start once',
    'intervals that overlap give each start once',
    (given) => ({ ...given, weekly: (given.weekly ?? []).slice(1) }),
  ],
  [
    '24:00 ends a day',
    '24:00 is the end of the day',
    withWeekly(({ to }) => ({ to: to === '24:00' ? '23:00' : to })),
  ],
];

/** Each zone that others get wrong, and a vector of it; those with changes over one of them. */
const ZONES: [zone: string, hasChanges: boolean][] = [
  ['Asia/Kathmandu', false],
  ['Asia/Yangon', false],
  ['Australia/Lord_Howe', true],
  ['Asia/Beirut', true],
  ['Africa/Cairo', true],
  ['America/Santiago', true],
  ['Europe/London', true],
  ['Europe/Berlin', true],
];

const isOverChange = ({ availability: { zone }, window }: Vector): boolean => {
  const change = Temporal.Instant.fromEpochMilliseconds(window.from - 86_400_000)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  return change !== null && change.epochMilliseconds < window.to;
};

describe('our vectors', () => {
  it.each(RULES)('fail without the rule: %s', (_rule, name, change) => {
    const vector = vectors.get(name);
    if (!vector) throw new Error(`no vector "${name}"`);
    expect(checkVector({ ...vector, availability: change(vector.availability) })).not.toBeNull();
  });

  it('fail without a window', () => {
    const vector = vectors.get('the window removes starts and does not move the grid');
    if (!vector) throw new Error('no such vector');
    const { from, to } = vector.window;
    const wider = { from: from - 86_400_000, to: to + 86_400_000 };
    expect(checkVector({ ...vector, window: wider })).not.toBeNull();
  });

  it.each(ZONES)('hold cases of %s, and of its changes where it has some', (zone, hasChanges) => {
    const own = [...vectors.values()].filter(({ availability }) => availability.zone === zone);
    expect(own.length).toBeGreaterThanOrEqual(2);
    if (hasChanges) expect(own.filter(isOverChange).length).toBeGreaterThanOrEqual(2);
  });
});
