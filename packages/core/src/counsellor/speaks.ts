import { type RawBuilder, sql } from 'kysely';

/** Speaks this language in any of its forms: asked for `zh`, `zh-Hant` is one of them, but not the other way round. */
export function speaks(language: string): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (SELECT FROM unnest(counsellor.languages) AS spoken
    WHERE spoken = ${language} OR starts_with(spoken, ${`${language}-`}))`;
}
