import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, writeCalendar } from './write-calendar.ts';

const ENTRY: CalendarEntry = {
  uid: '5ad4c5a8-9d1f-4c0e-8c1c-0d4a3a1f2b6e',
  sequence: 3,
  changedAt: new Date('2026-11-24T01:00:00Z'),
  startsAt: new Date('2026-12-01T03:00:00Z'),
  endsAt: new Date('2026-12-01T04:00:00Z'),
  status: 'CONFIRMED',
  summary: 'Reminder',
  alarmMinutes: 60,
};

/** What a parser that is not ours finds in it: one entry, and its alarms. */
function read(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  const [event, ...others] = root.getAllSubcomponents('vevent');
  if (event === undefined) throw new Error('no entry');
  return { event: new ICAL.Event(event), root, others, alarms: event.getAllSubcomponents('valarm') };
}

/** Texts that other programs were broken by. */
const NASTY = [
  'x\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM',
  'x\nATTENDEE:mailto:a@example.org',
  'x\rEND:VEVENT\rBEGIN:VEVENT',
  'x\\nATTENDEE:mailto:a@example.org',
  'BEGIN:VALARM',
  ':;,\\"^\'=',
  'ก'.repeat(60),
  'မြန်မာစာ'.repeat(12),
  `${'a'.repeat(64)}ปวดหลัง`,
  `${'a'.repeat(66)}\u{1F600}\u{1F600}`,
];

describe('a calendar', () => {
  it.each(NASTY)(
    'holds the text %j and nothing else by it, in lines of 75 octets that end with CRLF',
    (summary) => {
      const text = writeCalendar([{ ...ENTRY, summary }]);
      const { event, others, alarms } = read(text);
      expect(event.summary).toBe(summary.replaceAll(/\r\n|\r/g, '\n'));
      expect([others.length, alarms.length]).toEqual([0, 1]);
      expect(event.component.getAllProperties('attendee')).toEqual([]);
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) {
        const octets = Buffer.from(line, 'utf8');
        expect(octets.length).toBeLessThanOrEqual(75);
        // Cut inside a character, its halves would be read as U+FFFD.
        expect(octets.toString('utf8')).toBe(line);
        expect(line).not.toContain('\u{FFFD}');
        expect(line.isWellFormed()).toBe(true);
      }
    },
  );

  it('gives back whatever one line of text it was given, at the same instants', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
      .filter((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) && text === text.trim() && text !== '');
    fc.assert(
      fc.property(
        line,
        fc.integer({ min: 0, max: 4e9 }),
        fc.integer({ min: 1, max: 1e5 }),
        (summary, from, length) => {
          const [startsAt, endsAt] = [new Date(from * 1000), new Date((from + length) * 1000)];
          const { event, others } = read(writeCalendar([{ ...ENTRY, summary, startsAt, endsAt }]));
          expect(others).toEqual([]);
          expect(event.summary).toBe(summary);
          expect(event.startDate.toJSDate()).toEqual(startsAt);
          expect(event.endDate.toJSDate()).toEqual(endsAt);
          expect(event.startDate.zone.tzid).toBe('UTC');
        },
      ),
    );
  });

  it('says version, maker, uid, sequence, status and when it changed, with alarms behind the properties', () => {
    const text = writeCalendar([{ ...ENTRY, isPrivate: true }]);
    const { event, root, alarms } = read(text);
    const first = (name: string) => event.component.getFirstPropertyValue(name)?.toString();
    expect(root.getFirstPropertyValue('version')).toBe('2.0');
    expect(root.getFirstPropertyValue('prodid')).toBe('-//Calendar//Calendar//EN');
    expect([event.uid, event.sequence, first('status'), first('class'), first('dtstamp')]).toEqual([
      ENTRY.uid,
      3,
      'CONFIRMED',
      'PRIVATE',
      '2026-11-24T01:00:00Z',
    ]);
    expect(alarms[0]?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(alarms[0]?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT1H');
    expect(text.slice(text.indexOf('END:VALARM'))).toBe('END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n');
  });
});
