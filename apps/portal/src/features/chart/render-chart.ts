import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/**
 * Draws a chart as SVG for a page. Our policy runs no style that stands in a page, so what a chart says with one is taken
 * out; `chart.css` says it. It is hidden from screen readers: the same numbers stand in a table beside it.
 */
export function renderChart(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const chart = Plot.plot({ ...options, document });
  for (const style of chart.querySelectorAll('style')) style.remove();
  for (const part of [chart, ...chart.querySelectorAll('*')])
    for (const name of ['style', 'aria-label', 'font-family']) part.removeAttribute(name);
  chart.setAttribute('class', 'chart');
  chart.setAttribute('aria-hidden', 'true');
  return chart.outerHTML;
}
