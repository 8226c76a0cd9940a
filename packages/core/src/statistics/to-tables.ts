import { Figure, type FigureTable, type FigureValue } from '@homeward/contracts/figure';

/** A cell as the database answers it: it says nothing where it must not, and there is no row for none. */
export interface FigureCell {
  figure: string;
  since: string;
  cell: string;
  value: number | null;
  hidden: boolean;
}

const MONTHS = 12;
const BY_QUARTER: readonly string[] = [
  'missing-language',
  'missing-practice',
  'missing-modality',
  'interpreter',
];

/** A table for each figure, with a row for each month or quarter that is over. */
export function toTables(
  cells: readonly FigureCell[],
  aliases: ReadonlyMap<string, string>,
  now: number,
): FigureTable[] {
  return Figure.options.map((figure) => {
    const own = cells.filter((cell) => cell.figure === figure);
    const nameOf = (cell: string) => (figure === 'held-counsellor' ? (aliases.get(cell) ?? '') : cell);
    const columns = [...new Set(own.map(({ cell }) => cell))].sort((a, b) =>
      nameOf(a).localeCompare(nameOf(b)),
    );
    const found = new Map(own.map((cell) => [`${cell.since} ${cell.cell}`, cell]));
    const none = figure.startsWith('wait-') ? null : 0;
    return {
      figure,
      columns: columns.map(nameOf),
      rows: periodsOver(now, BY_QUARTER.includes(figure) ? 3 : 1).map((since) => ({
        since,
        values: columns.map((column) => valueIn(found.get(`${since} ${column}`), none)),
      })),
    };
  });
}

const valueIn = (cell: FigureCell | undefined, none: 0 | null): FigureValue =>
  cell === undefined ? none : cell.hidden ? 'hidden' : (cell.value ?? none);

/** The first days of the periods of so many months of the last year that are over in every zone, the oldest first. */
export function periodsOver(now: number, months: 1 | 3): string[] {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('UTC')
    .subtract({ days: 1 });
  const current = Temporal.PlainDate.from({ year, month: month - ((month - 1) % months), day: 1 });
  return Array.from({ length: MONTHS / months }, (_, index) =>
    current.subtract({ months: MONTHS - index * months }).toString(),
  );
}
