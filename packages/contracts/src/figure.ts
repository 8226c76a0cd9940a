import { z } from 'zod';
import { PlainDate } from './id.ts';

/** What is counted of an organisation's work. By month, the last two by quarter. Days are whole days of waiting. */
export const Figure = z.enum([
  'held',
  'held-practice',
  'held-modality',
  'held-language',
  'held-counsellor',
  'wait-median',
  'wait-most',
  'cancelled-by',
  'cancelled-before',
  'missing-language',
  'missing-practice',
  'missing-modality',
  'interpreter',
]);
export type Figure = z.infer<typeof Figure>;

/** A number; `hidden` where it is of fewer than five people, or would tell of such a number; null where there is none. */
export const FigureValue = z.union([z.number().int(), z.literal('hidden'), z.null()]);
export type FigureValue = z.infer<typeof FigureValue>;

export const FigureTable = z.object({
  figure: Figure,
  /** What each column is of: a word of one of our lists, a language, a counsellor's alias; `''` for all, or for not said. */
  columns: z.array(z.string()),
  /** The months or quarters, by their first day, the oldest first. */
  rows: z.array(z.object({ since: PlainDate, values: z.array(FigureValue) })),
});
export type FigureTable = z.infer<typeof FigureTable>;
