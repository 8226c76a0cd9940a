import { hostMeeting, joinMeeting } from '@homeward/core/meeting';
import { asMutation, router } from './trpc.ts';

export const meeting = router({
  join: asMutation(joinMeeting),
  host: asMutation(hostMeeting),
});
