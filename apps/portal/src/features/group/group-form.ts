import type { InputIssue } from '@homeward/contracts/error-code';
import { CreateGroup } from '@homeward/contracts/group';
import type { Translate } from '@homeward/i18n';
import { readTimeForm } from '../agenda/time-form.ts';
import type { Fault } from '../form/fault.ts';

/** How many languages the form has room for. */
export const MOST_TEXTS = 3;

export type ParsedGroup = { ok: true; value: CreateGroup } | { ok: false; faults: Fault[] };

/** Reads a posted group; its time is on the counsellor's own clock. */
export function parseGroup(form: URLSearchParams, zone: string, t: Translate): ParsedGroup {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const time = readTimeForm(form, zone, t);
  const faults: Fault[] = [...time.faults];
  const typed = Array.from({ length: MOST_TEXTS }, (_, index) => ({
    language: text(`language-${index}`),
    title: text(`title-${index}`),
    words: text(`words-${index}`),
  }));
  const texts = typed
    .filter(({ title, words }) => title !== '' || words !== '')
    .map(({ words, ...rest }) => ({ ...rest, ...(words !== '' && { words }) }));
  const roomId = text('room');
  const parsed = CreateGroup.safeParse({
    texts,
    practice: text('practice'),
    language: text('language'),
    modality: text('modality'),
    seats: Number(text('seats')),
    lengthMinutes: Number(text('length')),
    startsAt: time.startsAt ?? '2026-01-01T00:00:00Z',
    opensToNewcomers: form.has('newcomers'),
    ...(roomId !== '' && { roomId }),
  });
  if (parsed.success && faults.length === 0) return { ok: true, value: parsed.data };
  const wrong = new Set(parsed.error?.issues.map(({ path }) => String(path[0])));
  const messages: [member: string, field: string, message: string][] = [
    ['texts', 'title-0', t('careGroups.errorText')],
    ['practice', 'practice', t('choose.errorWay')],
    ['language', 'language', t('choose.errorLanguage')],
    ['modality', 'modality', t('choose.errorWay')],
    ['seats', 'seats', t('careGroups.errorSeats')],
    ['lengthMinutes', 'length', t('careGroups.errorLength')],
  ];
  for (const [member, field, message] of messages) if (wrong.has(member)) faults.push({ field, message });
  return {
    ok: false,
    faults: faults.length > 0 ? faults : [{ field: 'title-0', message: t('error.general') }],
  };
}

/** What the API has against a group, in the reader's words. */
export function groupFault(code: string, issues: readonly InputIssue[], t: Translate): Fault {
  if (code === 'slot-taken') return { field: 'time', message: t('careGroups.errorTaken') };
  const codes = issues.map((issue) => issue.code);
  if (codes.includes('room-too-small')) return { field: 'seats', message: t('careGroups.errorRoom') };
  if (codes.includes('not-in-person') || codes.includes('unknown-room'))
    return { field: 'room', message: t('careGroups.errorInPerson') };
  if (codes.includes('wrong-time')) return { field: 'date', message: t('careGroups.errorPast') };
  return { field: 'title-0', message: t('error.general') };
}
