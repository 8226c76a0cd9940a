import { bookSeries, cancelSeriesFrom, planSeries } from '@homeward/core/series';
import { asMutation, asQuery, router } from './trpc.ts';

export const series = router({
  plan: asQuery(planSeries),
  book: asMutation(bookSeries),
  cancelFrom: asMutation(cancelSeriesFrom),
});
