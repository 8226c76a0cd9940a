import type { AgendaAppointment } from '@homeward/contracts/booking';
import { expect, test } from 'vitest';
import { calendarEntries, offsetOf, shownHours } from './calendar-data.ts';

const appointment: AgendaAppointment = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  reference: 'A-4821',
  status: 'booked',
  startsAt: '2026-12-01T03:00:00Z',
  endsAt: '2026-12-01T04:00:00Z',
  modality: 'phone',
  language: null,
  callMe: null,
  kind: 'single',
  seats: null,
  urgentReason: null,
  mayUndo: false,
  videoRoom: null,
  interpreterLanguage: null,
  bringsCompanion: false,
  whoCalls: null,
  reach: null,
  isNew: false,
};
const entriesOf = (appointments: AgendaAppointment[], now = '2026-11-24T00:00:00Z') =>
  calendarEntries({
    appointments,
    hours: [{ from: '2026-12-01T02:00:00Z', to: '2026-12-01T10:00:00Z' }],
    zone: 'Asia/Kathmandu',
    now,
    titleOf: ({ reference }) => reference,
    link: (path) => `/th${path}`,
  });

test('entries and hours stand at the counsellor’s own time', () => {
  const { entries, hours } = entriesOf([appointment]);
  expect(entries[0]).toMatchObject({
    title: 'A-4821',
    start: '2026-12-01T08:45',
    end: '2026-12-01T09:45',
    moveTo: `/th/care/appointments/${appointment.id}/move`,
  });
  expect(hours).toEqual([{ start: '2026-12-01T07:45', end: '2026-12-01T15:45' }]);
  expect(offsetOf('2026-12-01T03:00:00Z', 'Asia/Kathmandu')).toBe('+05:45');
});

test('what has begun, is over, was given back or is a group cannot be dragged', () => {
  const movable = (changed: Partial<AgendaAppointment>, now?: string) =>
    entriesOf([{ ...appointment, ...changed }], now).entries[0]?.isMovable;
  expect(movable({})).toBe(true);
  expect(movable({ status: 'requested' })).toBe(true);
  expect(movable({ status: 'cancelled' })).toBe(false);
  expect(movable({ status: 'fulfilled' })).toBe(false);
  expect(movable({ kind: 'group', seats: { most: 6, taken: 2 } })).toBe(false);
  expect(movable({}, '2026-12-01T03:00:00Z')).toBe(false);
});

test('whole hours are shown, more of them where something lies early or late', () => {
  const at = (start: string, end: string) => ({ start: `2026-12-01T${start}`, end: `2026-12-01T${end}` });
  expect(shownHours([at('09:00', '10:00')])).toEqual({ from: 7, to: 20 });
  expect(shownHours([at('05:40', '06:30'), at('20:10', '21:05')])).toEqual({ from: 5, to: 22 });
  expect(shownHours([{ start: '2026-12-01T23:30', end: '2026-12-02T00:20' }])).toEqual({ from: 7, to: 24 });
});
