import { expect, test } from 'vitest';
import { loadChart } from './load-chart.ts';

const chart = loadChart(
  [
    { startsOn: '2026-11-23', booked: 3, most: 10 },
    { startsOn: '2026-11-30', booked: 0, most: 0 },
    { startsOn: '2026-12-07', booked: 12, most: 10 },
  ],
  (startsOn) => `<${startsOn}>`,
);

test('a chart shows each week in its order, with what is booked and what it takes', () => {
  for (const words of ['3 / 10', '0 / 0', '12 / 10']) expect(chart).toContain(`>${words}<`);
  const at = ['2026-11-23', '2026-11-30', '2026-12-07'].map((date) => chart.indexOf(date));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(Math.min(...at)).toBeGreaterThan(0);
});

test('a chart needs no style that our policy would not run, and no script', () => {
  expect(chart).toMatch(/^<svg /);
  expect(chart).not.toMatch(/<style|style=|<script|\son\w+=/i);
});

test('a label is text, whatever is in it', () => {
  expect(chart).not.toContain('<2026');
  expect(chart).toContain('&lt;2026-11-23');
});
