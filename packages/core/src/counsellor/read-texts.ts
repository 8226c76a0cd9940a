import { LanguageTag } from '@homeward/contracts/language';
import { z } from 'zod';

const Texts = z.array(z.object({ language: LanguageTag, text: z.string() })).catch([]);

/** What stands about a counsellor in the database: the original first, then translations. */
export const readTexts = (stored: unknown): z.infer<typeof Texts> => Texts.parse(stored);
