import type { AppointmentStatus } from '@homeward/contracts/booking';
import type { Modality } from '@homeward/contracts/counsellor';
import type { CalendarEntry } from './write-calendar.ts';

export interface FeedRow {
  calendar_uid: string;
  sequence: number;
  status: AppointmentStatus;
  modality: Modality;
  reference: string;
  changed_at: Date;
  starts_at: Date;
  ends_at: Date;
}

const STATUS = {
  held: 'TENTATIVE',
  requested: 'TENTATIVE',
  booked: 'CONFIRMED',
  fulfilled: 'CONFIRMED',
  noshow: 'CONFIRMED',
  cancelled: 'CANCELLED',
} as const satisfies Record<AppointmentStatus, CalendarEntry['status']>;

const WAY = {
  'in-person': 'In person',
  video: 'Video',
  phone: 'Phone',
  chat: 'Chat',
} as const satisfies Record<Modality, string>;

/** What a counsellor's calendar holds, on a telephone and at whoever hosts it: when, how, and a word that says nothing of anybody. */
export const presentFeedEntry = (row: FeedRow): CalendarEntry => ({
  uid: row.calendar_uid,
  sequence: row.sequence,
  changedAt: row.changed_at,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  status: STATUS[row.status],
  summary: `Appointment ${row.reference}`,
  way: WAY[row.modality],
});
