import { Modality, Practice } from '@homeward/contracts/counsellor';
import type { Figure, FigureTable, FigureValue } from '@homeward/contracts/figure';
import type { Formats, Translate } from '@homeward/i18n';

/** The tables under each heading of the page. */
export const GROUPS = [
  { group: 'waiting', figures: ['wait-median', 'wait-most'] },
  { group: 'held', figures: ['held', 'held-practice', 'held-modality', 'held-language', 'held-counsellor'] },
  { group: 'cancelled', figures: ['cancelled-by', 'cancelled-before'] },
  { group: 'missing', figures: ['missing-language', 'missing-practice', 'missing-modality', 'interpreter'] },
] as const satisfies readonly { group: string; figures: readonly Figure[] }[];

const BY_LANGUAGE: readonly Figure[] = ['held-language', 'missing-language', 'interpreter'];
const BY_QUARTER: readonly Figure[] = [
  'missing-language',
  'missing-practice',
  'missing-modality',
  'interpreter',
];

/** What a column is of, in words. */
export function columnWords(figure: Figure, column: string, t: Translate, formats: Formats): string {
  if (figure === 'held-counsellor') return column;
  if (column === '')
    return figure.endsWith('-language') || figure.startsWith('missing')
      ? t('figures.notSaid')
      : t('figures.all');
  if (BY_LANGUAGE.includes(figure)) return formats.language(column);
  const practice = Practice.safeParse(column);
  if (practice.success) return t(`practice.${practice.data}`);
  const modality = Modality.safeParse(column);
  if (modality.success) return t(`modality.${modality.data}`);
  switch (column) {
    case 'person':
      return t('figures.byPerson');
    case 'organisation':
      return t('figures.byOrganisation');
    case 'day':
      return t('figures.beforeDay');
    case 'week':
      return t('figures.beforeWeek');
    default:
      return t('figures.beforeEarlier');
  }
}

/** `Mar 2026`, or `Jan 2026 – Mar 2026` for a quarter. */
export function periodWords(figure: Figure, since: string, formats: Formats): string {
  if (!BY_QUARTER.includes(figure)) return formats.month(since);
  const last = new Date(Date.parse(since) + 62 * 86_400_000).toISOString().slice(0, 10);
  return `${formats.month(since)} – ${formats.month(last)}`;
}

/** A number, or a dash for none. */
export const valueWords = (value: Exclude<FigureValue, 'hidden'> | undefined, formats: Formats): string =>
  value === null || value === undefined ? '–' : formats.number(value);

/** One of the tables; undefined when nothing was counted for it. */
export const tableOf = (tables: readonly FigureTable[], figure: Figure): FigureTable | undefined =>
  tables.find((table) => table.figure === figure && table.columns.length > 0);
