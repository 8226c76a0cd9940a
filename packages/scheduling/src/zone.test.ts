import { describe, expect, it } from 'vitest';
import { DAY } from './local-time.ts';
import { instantOfWall, isZone, localDay, offsetAt, zoneTable } from './zone.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

function temporalInstant(wall: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(wall)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

describe('every zone that Temporal knows', () => {
  it('has the same instant for each quarter of an hour around its changes in 2026 and 2027', () => {
    const from = Date.parse('2026-01-01T00:00:00Z');
    for (const zone of ZONES) {
      const table = zoneTable(zone, from, from + 730 * DAY);
      for (const change of table.starts.filter((start) => start >= from && start < from + 730 * DAY)) {
        for (let wall = change - DAY; wall <= change + DAY; wall += 900_000) {
          if (instantOfWall(table, wall) !== temporalInstant(wall, zone)) {
            expect.fail(`${zone} at wall time ${new Date(wall).toISOString()}`);
          }
        }
      }
    }
  });

  it('has the same offset on every day of 2026', () => {
    const from = Date.parse('2026-01-01T00:00:00Z');
    for (const zone of ZONES) {
      const table = zoneTable(zone, from, from + 365 * DAY);
      for (let instant = from; instant < from + 365 * DAY; instant += 5 * DAY) {
        const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        expect(offsetAt(table, instant)).toBe(there.offsetNanoseconds / 1e6);
      }
    }
  });
});

describe('a zone table', () => {
  it('grows to cover what is asked of it later', () => {
    const early = zoneTable(
      'America/Santiago',
      Date.parse('2026-01-01T00:00:00Z'),
      Date.parse('2026-02-01T00:00:00Z'),
    );
    const late = zoneTable(
      'America/Santiago',
      Date.parse('2035-01-01T00:00:00Z'),
      Date.parse('2035-02-01T00:00:00Z'),
    );
    expect(late.from).toBeLessThanOrEqual(early.from);
    expect(late.starts.length).toBeGreaterThan(early.starts.length);
  });

  it('counts the day of the zone, also before 1970', () => {
    const at = Date.parse('1969-12-31T18:15:00Z');
    expect(localDay(zoneTable('Asia/Kathmandu', at, at), at)).toBe(-1);
    expect(localDay(zoneTable('Asia/Kathmandu', at, at), at + 15 * 60_000)).toBe(0);
  });
});

describe('a zone name', () => {
  it('is known or not, without throwing', () => {
    expect(isZone('Asia/Yangon')).toBe(true);
    expect(isZone('Asia/Rangoon')).toBe(true);
    for (const wrong of ['', 'Mars/Olympus', 'GMT+25', '../etc', 'Asia/Yangon\0'])
      expect(isZone(wrong)).toBe(false);
  });
});
