import { confirmPerson, getMyStanding, getPersonStanding } from '@homeward/core/newcomer';
import { asMutation, asQuery, router } from './trpc.ts';

export const newcomer = router({
  confirm: asMutation(confirmPerson),
  standing: asQuery(getPersonStanding),
  mine: asQuery(getMyStanding),
});
