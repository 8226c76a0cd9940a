/** A Friday; on the Sunday after it the clocks of Berlin go forward. */
export const START = Date.parse('2027-03-26T06:00:00Z');

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Two colleagues, whose mornings and afternoons are nearly the same hours. The second confirms by hand. */
export const COUNSELLORS = [
  { zone: 'Europe/Berlin', confirmsByHand: false },
  { zone: 'Asia/Jakarta', confirmsByHand: true },
] as const;

/** How many open appointments each may have, and how they hear of an update: the third is new here, and can't be reached. */
export const PEOPLE = [
  { most: 5, channel: 'email', zone: 'Europe/Berlin' },
  { most: 5, channel: 'sms', zone: 'Asia/Bangkok' },
  { most: 1, channel: null, zone: 'Asia/Jakarta' },
] as const;

export interface Hours {
  days: ('MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU')[];
  from: string;
  to: string;
  validUntil?: string;
}

const EVERY_DAY: Hours['days'] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Sets of weekly hours to change between. */
export const HOURS = {
  mornings: [{ days: EVERY_DAY, from: '08:00', to: '11:00' }],
  afternoons: [{ days: EVERY_DAY, from: '14:00', to: '16:30' }],
  nights: [{ days: EVERY_DAY, from: '01:30', to: '04:30' }],
  both: [
    { days: ['FR', 'SU', 'TU'], from: '08:10', to: '10:00' },
    { days: ['SA', 'SU', 'MO'], from: '13:00', to: '16:00', validUntil: '2027-03-28' },
  ],
  none: [],
} satisfies Record<string, readonly Hours[]>;

export interface Limits {
  lengthMinutes: number;
  stepMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  maxPerDay: number;
}

export const FIRST_LIMITS: Limits = {
  lengthMinutes: 50,
  stepMinutes: 20,
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  noticeMinutes: 30,
  horizonDays: 3,
  maxPerDay: 3,
};

/** Sets of limits to change between. */
export const LIMITS = {
  first: FIRST_LIMITS,
  short: { ...FIRST_LIMITS, lengthMinutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, noticeMinutes: 0 },
  long: { ...FIRST_LIMITS, lengthMinutes: 60, bufferBeforeMinutes: 15, bufferAfterMinutes: 20, maxPerDay: 2 },
} satisfies Record<string, Limits>;
