import { type MyNotice, PersonNoticeKind } from '@homeward/contracts/notice';
import { formats, LOCALES, translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { newsLine, newsPath } from './news-line.ts';

const ID = '01939c1e-0000-7000-8000-000000000001';
const about = (kind: PersonNoticeKind): MyNotice => ({
  id: ID,
  kind,
  at: '2026-11-24T01:00:00Z',
  organisation: 'Baan Jai',
  appointment: kind.startsWith('appointment-')
    ? { id: ID, startsAt: '2026-12-01T03:00:00Z', zone: 'Asia/Bangkok', counsellor: 'Mali' }
    : null,
  subjectId: kind.startsWith('appointment-') ? null : ID,
});

it.each(LOCALES)('has a line for each kind of news in %s, which names who and when', (locale) => {
  for (const kind of PersonNoticeKind.options) {
    const line = newsLine(about(kind), translator(locale), formats(locale), 'Asia/Jakarta');
    expect(line, kind).toContain(kind.startsWith('appointment-') ? 'Mali' : 'Baan Jai');
    expect(line, kind).not.toMatch(/[{}]/);
  }
});

it('shows times in the zone that the person chose, and else where it was booked', () => {
  const line = (zone: string | undefined) =>
    newsLine(about('appointment-moved'), translator('en'), formats('en'), zone);
  expect(line(undefined)).toMatch(/10[:.]00/);
  expect(line('UTC')).toMatch(/0?3[:.]00/);
});

it('leads to the appointment that the news is about', () => {
  expect(newsPath(about('appointment-moved'))).toBe(`/appointments/${ID}`);
});
