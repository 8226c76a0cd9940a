const HOUR_NS = 3_600_000_000_000;
const DAY_HOURS = 24;

/** How many hours the clocks of two zones are apart at an instant, at most twelve: a day more or less is the same hour. */
export function hoursApart(now: number): (one: string, other: string) => number {
  const instant = Temporal.Instant.fromEpochMilliseconds(now);
  const known = new Map<string, number>();
  const offsetOf = (zone: string): number => {
    const offset = known.get(zone) ?? instant.toZonedDateTimeISO(zone).offsetNanoseconds / HOUR_NS;
    known.set(zone, offset);
    return offset;
  };
  return (one, other) => {
    const apart = Math.abs(offsetOf(one) - offsetOf(other)) % DAY_HOURS;
    return Math.min(apart, DAY_HOURS - apart);
  };
}
