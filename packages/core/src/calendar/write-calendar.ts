import {
  ICalAlarmType,
  ICalCalendar,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';

/** One entry of a calendar; times are instants. */
export interface CalendarEntry {
  /** A random id for the life of the appointment. */
  uid: string;
  /** Which version of the entry this is, from 0 on. */
  sequence: number;
  /** When it became what it is. */
  changedAt: Date;
  startsAt: Date;
  endsAt: Date;
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** What stands in the calendar. */
  summary: string;
  /** How they meet, in a word; never where. */
  way?: string;
  /** Nobody with whom the calendar is shared may see it. */
  isPrivate?: boolean;
  /** Rings so long before. */
  alarmMinutes?: number | undefined;
}

interface CalendarSettings {
  /** What a program calls the calendar when it subscribes, and how often it should look again. */
  subscription?: { name: string; everySeconds: number };
}

/** RFC 5545: CRLF, lines of at most 75 octets, no code point cut, times in UTC. It says nothing of who made it. */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { subscription }: CalendarSettings = {},
): string {
  const calendar = new ICalCalendar({
    prodId: '//Calendar//Calendar//EN',
    ...(subscription && { name: subscription.name, ttl: subscription.everySeconds }),
    events: entries.map(toEvent),
  });
  return alarmsLast(`${calendar.toString()}\r\n`);
}

function toEvent(entry: CalendarEntry): ICalEventData {
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: entry.summary,
    status: ICalEventStatus[entry.status],
    location: entry.way ?? null,
    class: entry.isPrivate ? ICalEventClass.PRIVATE : null,
    alarms:
      entry.alarmMinutes === undefined
        ? []
        : [{ type: ICalAlarmType.display, trigger: entry.alarmMinutes * 60 }],
  };
}

/** The alarms of an entry after its properties, which is the only place where RFC 5545 has them; the library puts them between. */
function alarmsLast(text: string): string {
  const [lines, alarms]: [string[], string[]] = [[], []];
  let isAlarm = false;
  for (const line of text.split('\r\n')) {
    if (line === 'BEGIN:VALARM') isAlarm = true;
    if (line === 'END:VEVENT') lines.push(...alarms.splice(0));
    (isAlarm ? alarms : lines).push(line);
    if (line === 'END:VALARM') isAlarm = false;
  }
  return lines.join('\r\n');
}
