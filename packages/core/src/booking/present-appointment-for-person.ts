import type { MyAppointment } from '@homeward/contracts/booking';
import { z } from 'zod';
import { toInstant } from '../kernel/index.ts';
import { decideCancelling } from './booking-rules.ts';
import { unsealCallMe } from './call-me.ts';
import { unsealReach } from './reach.ts';
import type { MyAppointmentRow } from './select-my-appointments.ts';

/** A place is told late: an account costs nothing, and whoever collects places must not get them by booking. */
const PLACE_TOLD_BEFORE_MS = 24 * 60 * 60_000;

/**
 * What the person sees of their appointment. How to meet is told while it is booked and not over, and never after; where
 * to meet in person only from 24 hours before, and only to whom somebody here knows.
 */
export function presentAppointmentForPerson(
  row: MyAppointmentRow,
  { key, now, confirmed }: { key: Buffer | undefined; now: number; confirmed: boolean },
): Omit<MyAppointment, 'videoRoom'> {
  const isAhead = row.status === 'booked' && now < row.ends_at.getTime();
  const canCancel =
    decideCancelling({ status: row.status, startsAt: row.starts_at.getTime() }, now) === 'may-cancel';
  const isTold =
    row.modality !== 'in-person' || (confirmed && now >= row.starts_at.getTime() - PLACE_TOLD_BEFORE_MS);
  return {
    id: row.id,
    status: row.status,
    cancelledBy: row.cancelled_by === 'organisation' ? 'organisation' : null,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    zone: row.person_zone,
    modality: row.modality,
    language: row.language,
    counsellor: { id: row.counsellor_id, alias: row.alias, organisation: row.organisation_name },
    callMe: unsealCallMe(key, row),
    // What a counsellor says of meeting in person is about where they meet without a place.
    meetingDetails: isAhead && isTold && row.place_id === null ? row.details : null,
    place: presentPlace(row, isAhead && isTold),
    interpreterLanguage: row.interpreter_language,
    bringsCompanion: row.brings_companion,
    whoCalls: row.who_calls,
    reach: unsealReach(key, row),
    declined: row.decline_reason,
    seriesId: row.series_id,
    group: row.group_id === null ? null : { id: row.group_id, titles: readTitles(row.group_texts) },
    canCancel,
    canMove: canCancel && row.kind === 'single' && row.status !== 'held',
  };
}

/** What a group is about, by language, as its counsellor wrote it. */
const readTitles = (texts: unknown) => z.array(Title).catch([]).parse(texts);
const Title = z.object({ language: z.string(), title: z.string() });

/** The town at once, so that a person knows how far it is; the address late. */
function presentPlace(row: MyAppointmentRow, isTold: boolean): MyAppointment['place'] {
  if (row.place_area === null || row.status === 'cancelled') return null;
  return { area: row.place_area, address: (isTold && row.place_address) || null };
}
