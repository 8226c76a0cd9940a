import type { Availability, Busy, Override, Span } from '../../../packages/scheduling/src/index.ts';

const ZONES = [
  'Asia/Bangkok',
  'Asia/Yangon',
  'Asia/Jakarta',
  'Asia/Kathmandu',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'America/Santiago',
  'America/New_York',
];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;
const EVERY_DAY = [...WEEKDAYS, 'SA', 'SU'] as const;
const DAY = 86_400_000;
const MINUTE = 60_000;

/** Counsellors by day, and every fifth at night when clocks change; overrides and busy times from a fixed seed. */
export function clinicOf(counsellors: number, window: Span): Availability[] {
  const random = seeded(4);
  return Array.from({ length: counsellors }, (_, n): Availability => {
    const isNight = n % 5 === 0;
    const days = isNight ? EVERY_DAY : WEEKDAYS;
    const [first, second] = isNight ? ['00:00-05:00', '20:00-24:00'] : ['09:00-12:30', '13:30-17:30'];
    const overrides: Override[] = [];
    const busy: Busy[] = [];
    for (let day = window.from; day < window.to; day += DAY) {
      if (random() < 0.2) {
        const intervals = random() < 0.5 ? [] : [hours('10:00-12:30')];
        overrides.push({ date: new Date(day).toISOString().slice(0, 10), intervals });
      }
      for (let some = random() < 0.5 ? 2 : 1; some > 0; some--) {
        const from = day + Math.floor(random() * 288) * 5 * MINUTE;
        busy.push({ from, to: from + 50 * MINUTE, bufferBeforeMinutes: 10, bufferAfterMinutes: 5 });
      }
    }
    return {
      zone: ZONES[n % ZONES.length] ?? 'UTC',
      weekly: [
        { ...hours(first), days },
        { ...hours(second), days },
      ],
      overrides,
      busy,
      limits: {
        lengthMinutes: 50,
        stepMinutes: 30,
        bufferBeforeMinutes: 10,
        bufferAfterMinutes: 5,
        noticeMinutes: 1560,
        horizonDays: 60,
        maxPerDay: 8,
      },
    };
  });
}

function hours(text: string): { from: string; to: string } {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
}

/** The same numbers from 0 to 1 in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
