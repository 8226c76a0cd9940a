import { getMyReminders, setMyReminders } from '@homeward/core/message';
import { asMutation, asQuery, router } from './trpc.ts';

export const reminder = router({
  mine: asQuery(getMyReminders),
  set: asMutation(setMyReminders),
});
