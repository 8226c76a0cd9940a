import type { FigureTable } from '@homeward/contracts/figure';
import type { Formats, Translate } from '@homeward/i18n';
import { csvFile } from './csv.ts';
import { columnWords } from './figure-words.ts';

/** All tables as one: what was counted, since when, of what, how many. What is hidden says so. */
export function figuresCsv(tables: readonly FigureTable[], t: Translate, formats: Formats): string {
  const head = [t('figures.csvWhat'), t('figures.csvSince'), t('figures.csvOf'), t('figures.csvNumber')];
  const rows = tables.flatMap(({ figure, columns, rows: periods }) =>
    periods.flatMap(({ since, values }) =>
      columns.map((column, index) => {
        const value = values[index] ?? '';
        const number = value === 'hidden' ? t('figures.hidden') : value;
        return [t(`figures.table-${figure}`), since, columnWords(figure, column, t, formats), number];
      }),
    ),
  );
  return csvFile([head, ...rows]);
}
