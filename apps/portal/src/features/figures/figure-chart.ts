import type { FigureTable } from '@homeward/contracts/figure';
import * as Plot from '@observablehq/plot';
import { renderChart } from '../chart/render-chart.ts';

interface Bar {
  period: string;
  column: string;
  value: number;
}

interface Words {
  period(since: string): string;
  column(column: string): string;
}

const ROW_HEIGHT = 84;
/** More rows of bars than this say less than the table. */
const MOST_COLUMNS = 8;

/** A row of bars for each column, a bar for each month or quarter. What is hidden has a mark on the line instead of a bar. */
export function figureChart({ columns, rows }: FigureTable, words: Words): string {
  const shown = columns.slice(0, MOST_COLUMNS);
  const names = shown.map(words.column);
  const periods = rows.map(({ since }) => words.period(since));
  const cells = rows.flatMap(({ values }, at) =>
    shown.map((_, index) => ({
      period: periods[at] ?? '',
      column: names[index] ?? '',
      value: values[index],
    })),
  );
  const bars = cells.filter((cell): cell is Bar => typeof cell.value === 'number');
  const hidden = cells.filter(({ value }) => value === 'hidden');
  const top = Math.max(1, ...bars.map(({ value }) => value));
  return renderChart({
    width: 720,
    height: 70 + shown.length * ROW_HEIGHT,
    marginLeft: 44,
    marginRight: 130,
    marginBottom: 40,
    x: { label: null, domain: periods, padding: 0.25, tickRotate: periods.length > 6 ? -35 : 0 },
    y: { label: null, domain: [0, top], ticks: 3, tickFormat: 'd', grid: true },
    fy: { label: null, domain: names, padding: 0.15 },
    marks: [
      Plot.barY(bars, { x: 'period', y: 'value', fy: 'column', className: 'bar-booked' }),
      Plot.text(hidden, { x: 'period', y: 0, fy: 'column', text: () => '×', dy: -7 }),
      Plot.ruleY([0]),
    ],
  });
}
