import { type Group, GroupText } from '@homeward/contracts/group';
import type { Locale } from '@homeward/contracts/language';
import { z } from 'zod';
import { toInstant } from '../kernel/index.ts';
import type { GroupRow } from './select-groups.ts';

interface Standing {
  /** Numbers of seats that are taken. */
  taken: readonly number[];
  mySeatId: string | null;
}

/** What a person sees of a group: what it is about in their language, and how many places are free. Nobody who comes. */
export function presentGroup(row: GroupRow, locale: Locale, { taken, mySeatId }: Standing): Group {
  const texts = readGroupTexts(row.texts);
  const text = texts.find(({ language }) => language.split('-')[0] === locale) ?? texts[0];
  return {
    id: row.id,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    modality: row.modality,
    language: row.language,
    practice: row.practice,
    title: text?.title ?? '',
    words: text?.words ?? null,
    textLanguage: text?.language ?? 'en',
    counsellor: { id: row.counsellor_id, alias: row.alias, organisation: row.organisation_name },
    placesFree: Math.max(0, (row.seats ?? 0) - taken.length),
    mySeatId,
  };
}

/** The words of a group as they are kept. */
export const readGroupTexts = (texts: unknown): GroupText[] => z.array(GroupText).catch([]).parse(texts);
