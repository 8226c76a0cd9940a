import { LanguageTag } from '@homeward/contracts/language';
import { Line, Paragraphs } from '@homeward/contracts/text';
import { z } from '@hono/zod-openapi';

const MOST_LANGUAGES = 20;

/** A text in each of its languages: `{ "th": "…", "en": "…" }`. Tags are BCP 47; each language once, however it is spelled. */
function textByLanguage<Text extends z.ZodType<string>>(text: Text) {
  return z.record(z.string(), text).superRefine((texts, context) => {
    const tags = Object.keys(texts);
    if (tags.length === 0) {
      context.addIssue({ code: 'custom', message: 'needs a text in at least one language' });
    }
    if (tags.length > MOST_LANGUAGES) {
      context.addIssue({ code: 'custom', message: `takes at most ${MOST_LANGUAGES} languages` });
    }
    const seen = new Set<string>();
    for (const tag of tags) {
      const canonical = canonicalTag(tag);
      if (canonical === undefined) {
        context.addIssue({
          code: 'custom',
          path: [tag],
          message: 'the member is not a BCP 47 language tag, such as th or zh-Hant',
        });
      } else if (seen.has(canonical)) {
        context.addIssue({ code: 'custom', path: [tag], message: `the language ${canonical} is here twice` });
      }
      seen.add(canonical ?? tag);
    }
  });
}

/** The tag as we write it, or nothing when it is none. */
export function canonicalTag(tag: string): string | undefined {
  return LanguageTag.safeParse(tag).data;
}

export const Title = textByLanguage(Line(200)).openapi({
  description:
    'The name of the offer in each of its languages, by BCP 47 tag. One line, at most 200 characters each.',
  example: { th: 'ที่ปรึกษารับฟังโดยไม่ตัดสิน', en: 'A counsellor who listens' },
});

export const Description = textByLanguage(Paragraphs(10_000)).openapi({
  description:
    'What is offered, in the same languages as the title. Plain text with line breaks, at most 10,000 characters each.',
  example: {
    th: 'พูดคุยกับที่ปรึกษาเป็นภาษาไทย ไม่ต้องใช้เอกสาร',
    en: 'Talk with a counsellor in Thai. No papers needed.',
  },
});

interface Texts {
  title: Record<string, string>;
  description: Record<string, string>;
  originalLanguage?: string | undefined;
}

/** Refuses, by pointer, a language that only one of the two has, and an original language that neither has. */
export function refineTexts(body: Texts, context: z.core.$RefinementCtx<Texts>): void {
  const titles = new Set(Object.keys(body.title).map((tag) => canonicalTag(tag)));
  const descriptions = new Set(Object.keys(body.description).map((tag) => canonicalTag(tag)));
  for (const tag of Object.keys(body.title)) {
    if (!descriptions.has(canonicalTag(tag))) {
      context.addIssue({
        code: 'custom',
        path: ['description', tag],
        message: 'the title has this language, so the description needs it too',
      });
    }
  }
  for (const tag of Object.keys(body.description)) {
    if (!titles.has(canonicalTag(tag))) {
      context.addIssue({
        code: 'custom',
        path: ['title', tag],
        message: 'the description has this language, so the title needs it too',
      });
    }
  }
  if (body.originalLanguage !== undefined && !titles.has(body.originalLanguage)) {
    context.addIssue({
      code: 'custom',
      path: ['originalLanguage'],
      message: 'must be one of the languages of the title',
    });
  }
}

/** The texts as core takes them: the original first. Call it on what `refineTexts` has passed. */
export function toTexts(body: Texts): { language: string; title: string; description: string }[] {
  const descriptions = byCanonicalTag(body.description);
  const texts = [...byCanonicalTag(body.title)].map(([language, title]) => ({
    language,
    title,
    description: descriptions.get(language) ?? '',
  }));
  const original = texts.find((text) => text.language === body.originalLanguage) ?? texts[0];
  return original === undefined ? [] : [original, ...texts.filter((text) => text !== original)];
}

const byCanonicalTag = (texts: Record<string, string>): Map<string, string> =>
  new Map(Object.entries(texts).map(([tag, text]) => [canonicalTag(tag) ?? tag, text]));

/** The other way: one map for each text, the original language first. */
export function fromTexts(texts: readonly { language: string; title: string; description: string }[]) {
  return {
    title: Object.fromEntries(texts.map(({ language, title }) => [language, title])),
    description: Object.fromEntries(texts.map(({ language, description }) => [language, description])),
  };
}
