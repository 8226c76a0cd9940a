import type { WeekLoad } from '@homeward/contracts/agenda';
import * as Plot from '@observablehq/plot';
import { renderChart } from './render-chart.ts';

interface Bar {
  label: string;
  booked: number;
  most: number;
}

/** A bar for each week: what is booked, on what the week takes. */
export function loadChart(load: readonly WeekLoad[], labelOf: (startsOn: string) => string): string {
  const bars: Bar[] = load.map(({ startsOn, booked, most }) => ({ label: labelOf(startsOn), booked, most }));
  const top = Math.max(1, ...bars.flatMap(({ booked, most }) => [booked, most]));
  const y = { label: null, domain: bars.map(({ label }) => label), padding: 0.3 };
  return renderChart({
    width: 640,
    height: 44 + bars.length * 36,
    marginLeft: 120,
    marginRight: 56,
    x: { label: null, domain: [0, top], ticks: Math.min(top, 8), tickFormat: 'd' },
    y: { ...y, tickSize: 0 },
    marks: [
      Plot.barX(bars, { x: 'most', y: 'label', className: 'bar-most' }),
      Plot.barX(bars, { x: 'booked', y: 'label', insetTop: 5, insetBottom: 5, className: 'bar-booked' }),
      Plot.text(bars, {
        x: (bar: Bar) => Math.max(bar.booked, bar.most),
        y: 'label',
        text: (bar: Bar) => `${bar.booked} / ${bar.most}`,
        textAnchor: 'start',
        dx: 6,
      }),
    ],
  });
}
