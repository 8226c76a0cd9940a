import { listFigures } from '@homeward/core/statistics';
import { asQuery, router } from './trpc.ts';

export const statistics = router({
  figures: asQuery(listFigures),
});
