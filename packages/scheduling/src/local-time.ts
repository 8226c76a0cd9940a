export const MINUTE = 60_000;
export const DAY = 86_400_000;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Days since 1970-01-01 of a `YYYY-MM-DD`. Throws RangeError for anything else, 30 February included. */
export function dayOfDate(date: string): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 2);
  const dayOfMonth = digits(date, 8, 2);
  const at = Date.UTC(year, month - 1, dayOfMonth);
  if (date.length !== 10 || date[4] !== '-' || date[7] !== '-' || year < 100 || !sameMonth(at, month)) {
    throw new RangeError(`not a date: ${date}`);
  }
  return at / DAY;
}

/** The `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Milliseconds since midnight of `HH:MM` or `HH:MM:SS`; `24:00` is the end of the day. Throws RangeError. */
export function timeOfDay(time: string): number {
  const hour = digits(time, 0, 2);
  const minute = digits(time, 3, 2);
  const second = time.length === 5 ? 0 : digits(time, 6, 2);
  const at = hour * 3_600_000 + minute * MINUTE + second * 1000;
  const shaped = time[2] === ':' && (time.length === 5 || (time.length === 8 && time[5] === ':'));
  if (!shaped || !(minute < 60) || !(second < 60) || !(at <= DAY))
    throw new RangeError(`not a time: ${time}`);
  return at;
}

/** One bit for each weekday named, Monday lowest. Throws RangeError for a name that is none. */
export function weekdayBits(days: readonly string[]): number {
  let bits = 0;
  for (const name of days) {
    const index = WEEKDAYS.indexOf(name);
    if (index < 0) throw new RangeError(`not a weekday: ${name}`);
    bits |= 1 << index;
  }
  return bits;
}

/** The bit of a day counted from 1970-01-01, which was a Thursday. */
export function weekdayBit(day: number): number {
  return 1 << ((((day + 3) % 7) + 7) % 7);
}

// By hand, since a long list of overrides is read on every call and only its dates are looked at.
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function sameMonth(at: number, month: number): boolean {
  return new Date(at).getUTCMonth() === month - 1;
}
