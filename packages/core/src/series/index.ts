export { bookSeries } from './book-series.ts';
export { cancelSeriesFrom } from './cancel-series-from.ts';
export { planSeries } from './plan-series.ts';
