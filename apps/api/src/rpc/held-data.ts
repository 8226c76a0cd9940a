import { getLastTaken, takeHeldData } from '@homeward/core/export';
import { asMutation, asQuery, router } from './trpc.ts';

export const heldData = router({
  lastTaken: asQuery(getLastTaken),
  take: asMutation(takeHeldData),
});
