import type { MyNotice, PersonNoticeKind } from '@homeward/contracts/notice';
import type { Formats, Translate } from '@homeward/i18n';

/** What a line of news says. `zone`: in which the person sees times, if they chose one. */
export function newsLine(notice: MyNotice, t: Translate, formats: Formats, zone: string | undefined): string {
  const { kind, appointment, organisation } = notice;
  switch (kind) {
    case 'appointment-booked':
    case 'appointment-confirmed':
    case 'appointment-declined':
    case 'appointment-moved':
    case 'appointment-cancelled': {
      const when = appointment
        ? formats.longDayAndClock(appointment.startsAt, zone ?? appointment.zone)
        : '…';
      return t(`news.${kind}`, { name: appointment?.counsellor ?? organisation, when });
    }
    case 'offer-made':
    case 'handover-asked':
    case 'handover-done':
    case 'cover-asked':
    case 'cover-done':
      return t(`news.${kind}`, { organisation });
  }
}

/** Pages of what news can be about besides appointments, by its id. Such a page ends the news with `markSeen`. */
const PAGES: Partial<Record<PersonNoticeKind, (subjectId: string) => string>> = {
  'offer-made': (id) => `/offers/${id}`,
};

/** Where a line of news leads; undefined where there is nothing more to see. */
export function newsPath({ appointment, kind, subjectId }: MyNotice): string | undefined {
  if (appointment) return `/appointments/${appointment.id}`;
  return subjectId === null ? undefined : PAGES[kind]?.(subjectId);
}
